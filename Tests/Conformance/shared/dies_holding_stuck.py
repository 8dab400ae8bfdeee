# A child that dies with the Value's lock leaves it held.
# expect stuck
import os
from multiprocessing import Process, Value


def child(v):
    v.get_lock().acquire()
    os._exit(1)


if __name__ == '__main__':
    v = Value('i', 0)
    p = Process(target=child, args=(v,))
    p.start()
    p.join()
    print(p.exitcode)
    v.value += 1
# expect: 1

# A process that dies with a lock leaves it held; the parent may release it.
import os
from multiprocessing import Lock, Process


def die(lock):
    lock.acquire()
    os._exit(1)


if __name__ == '__main__':
    lock = Lock()
    p = Process(target=die, args=(lock,))
    p.start()
    p.join()
    print(lock.acquire(timeout=0.2))
    print(lock.release())
    print(lock.acquire(timeout=0.2))
# expect: False
# expect: None
# expect: True

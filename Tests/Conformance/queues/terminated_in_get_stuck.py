# A process that is ended while it waits in get keeps the queue's lock: nobody can get any more.
# expect stuck
import time
from multiprocessing import Process, Queue


def eat(q):
    q.get()


if __name__ == '__main__':
    q = Queue()
    p = Process(target=eat, args=(q,))
    p.start()
    time.sleep(0.5)
    p.terminate()
    p.join()
    print(p.exitcode)
    q.put(1)
    q.get()
    print('never')
# expect: -15

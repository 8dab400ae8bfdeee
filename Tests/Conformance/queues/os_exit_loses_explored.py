# os._exit does not wait for the feeder: what was put may be lost.
# chance
# observe: stuck
# expect outcomes: {True, False}
import os
from multiprocessing import Process, Queue


def cook(q):
    q.put('bun')
    os._exit(0)


if __name__ == '__main__':
    q = Queue()
    p = Process(target=cook, args=(q,))
    p.start()
    p.join()
    q.get()

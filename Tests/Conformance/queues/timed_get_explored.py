# With nobody sure to be in time, a timed get gets it or gives up.
# chance
# observe: lines
# expect outcomes: {['got'], ['empty']}
import time
from multiprocessing import Process, Queue
from queue import Empty


def cook(q):
    time.sleep(0.05)
    q.put(1)


if __name__ == '__main__':
    q = Queue()
    p = Process(target=cook, args=(q,))
    p.start()
    try:
        q.get(timeout=0.06)
        print('got')
    except Empty:
        print('empty')
    p.join()

# The same with a time: the get gives up although an item is there.
import time
from multiprocessing import Process, Queue
from queue import Empty


def eat(q):
    q.get()


if __name__ == '__main__':
    q = Queue()
    p = Process(target=eat, args=(q,))
    p.start()
    time.sleep(0.5)
    p.terminate()
    p.join()
    q.put(1)
    time.sleep(0.2)
    print(q.empty(), q.qsize())
    try:
        q.get(timeout=0.2)
    except Empty:
        print('empty, it says')
# expect: False 1
# expect: empty, it says

# A timed put may give up although somebody is about to make room.
# chance
# observe: lines
# expect outcomes: {['in'], ['full']}
from multiprocessing import Process, Queue
from queue import Full


def eat(q):
    q.get()


if __name__ == '__main__':
    q = Queue(1)
    q.put(1)
    p = Process(target=eat, args=(q,))
    p.start()
    try:
        q.put(2, timeout=0.05)
        print('in')
    except Full:
        print('full')
    p.join()

# One place, two items, nobody eats before the join.
# expect stuck
# observe: stuck
# expect outcomes: {True}
from multiprocessing import Process, Queue


def cook(q):
    q.put(1)
    q.put(2)


if __name__ == '__main__':
    q = Queue(1)
    p = Process(target=cook, args=(q,))
    p.start()
    p.join()
    q.get()

# One producer's items stay in order.
from multiprocessing import Process, Queue


def cook(q):
    for n in range(5):
        q.put(n)


if __name__ == '__main__':
    q = Queue()
    p = Process(target=cook, args=(q,))
    p.start()
    print([q.get() for _ in range(5)])
    p.join()
# expect: [0, 1, 2, 3, 4]

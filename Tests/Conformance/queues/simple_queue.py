# SimpleQueue: a pipe with a lock, no feeder.
from multiprocessing import Process, SimpleQueue


def cook(q):
    q.put('a')
    q.put([1])


if __name__ == '__main__':
    q = SimpleQueue()
    print(q.empty())
    q.put('now')
    print(q.empty(), q.get())
    p = Process(target=cook, args=(q,))
    p.start()
    print(q.get(), q.get())
    p.join()
    q.close()
# expect: True
# expect: False now
# expect: a [1]

# One None for two consumers is one too few.
# expect stuck
# observe: stuck
# expect outcomes: {True}
from multiprocessing import Process, Queue


def eat(q):
    while q.get() is not None:
        pass


if __name__ == '__main__':
    q = Queue()
    cs = [Process(target=eat, args=(q,)) for _ in range(2)]
    for c in cs:
        c.start()
    q.put('bun')
    q.put(None)
    for c in cs:
        c.join()

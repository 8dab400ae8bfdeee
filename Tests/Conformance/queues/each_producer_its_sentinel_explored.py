# Producers that each put a None: some work may be left uneaten.
# chance
# observe: printed('ate')
# expect outcomes: {1, 2}
from multiprocessing import Process, Queue


def cook(q):
    q.put('bun')
    q.put(None)


def eat(q):
    while q.get() is not None:
        print('ate')


if __name__ == '__main__':
    q = Queue()
    ps = [Process(target=cook, args=(q,)) for _ in range(2)]
    c = Process(target=eat, args=(q,))
    for p in ps + [c]:
        p.start()
    for p in ps + [c]:
        p.join()

# Asking `empty` first does not make a get safe: both may see the one item.
# chance
# observe: (printed('took'), stuck)
# expect outcomes: {(0, False), (1, False), (1, True)}
from multiprocessing import Process, Queue


def eat(q):
    if not q.empty():
        q.get()
        print('took')


if __name__ == '__main__':
    q = Queue()
    q.put('bun')
    ps = [Process(target=eat, args=(q,)) for _ in range(2)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()

# wait gives each a number of its own, from nought.
from multiprocessing import Barrier, Process, Queue


def child(barrier, q):
    q.put(barrier.wait())


if __name__ == '__main__':
    barrier, q = Barrier(3), Queue()
    ps = [Process(target=child, args=(barrier, q)) for _ in range(3)]
    for p in ps:
        p.start()
    print(sorted(q.get() for _ in ps))
    for p in ps:
        p.join()
# expect: [0, 1, 2]

# A barrier: all go on together.
from multiprocessing import Barrier, Process


def child(barrier):
    barrier.wait()


if __name__ == '__main__':
    barrier = Barrier(2)
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    p = Process(target=child, args=(barrier,))
    p.start()
    print(barrier.wait() in [0, 1])
    p.join()
# expect: 2 0 False
# expect: True

# n_waiting while somebody may be on the way.
# chance
# observe: lines
# expect outcomes: {['0'], ['1']}
from multiprocessing import Barrier, Process


def child(barrier):
    barrier.wait()


if __name__ == '__main__':
    barrier = Barrier(2)
    p = Process(target=child, args=(barrier,))
    p.start()
    print(barrier.n_waiting)
    barrier.wait()
    p.join()

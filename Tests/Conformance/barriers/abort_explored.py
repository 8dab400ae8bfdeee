# abort while two meet: the last to come may pass while the first, not yet awake, is sent away.
# chance
# observe: printed('through')
# expect outcomes: {0, 1, 2}
from multiprocessing import Barrier, Process
from threading import BrokenBarrierError


def walk(barrier):
    try:
        barrier.wait()
        print('through')
    except BrokenBarrierError:
        pass


if __name__ == '__main__':
    barrier = Barrier(2)
    ps = [Process(target=walk, args=(barrier,)) for _ in range(2)]
    for p in ps:
        p.start()
    barrier.abort()
    for p in ps:
        p.join()

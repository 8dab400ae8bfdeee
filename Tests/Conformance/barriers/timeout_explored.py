# A timed wait may give up; then both get the error.
# chance
# observe: (printed('through'), printed('broken'))
# expect outcomes: {(2, 0), (0, 2)}
from multiprocessing import Barrier, Process
from threading import BrokenBarrierError


def walk(barrier):
    try:
        barrier.wait(timeout=0.02)
        print('through')
    except BrokenBarrierError:
        print('broken')


if __name__ == '__main__':
    barrier = Barrier(2)
    p = Process(target=walk, args=(barrier,))
    p.start()
    walk(barrier)
    p.join()

# abort: whoever waits gets an error, and so does whoever comes later.
import time
from multiprocessing import Barrier, Process
from threading import BrokenBarrierError


def child(barrier):
    try:
        barrier.wait()
    except BrokenBarrierError:
        print('broken')


if __name__ == '__main__':
    barrier = Barrier(3)
    p = Process(target=child, args=(barrier,))
    p.start()
    while barrier.n_waiting < 1:
        time.sleep(0.01)
    barrier.abort()
    p.join()
    print(barrier.broken, barrier.n_waiting)
    child(barrier)
# expect: broken
# expect: True 0
# expect: broken

# reset sends those away who wait; the barrier is whole again.
import time
from multiprocessing import Barrier, Process
from threading import BrokenBarrierError


def child(barrier):
    try:
        barrier.wait()
    except BrokenBarrierError:
        print('sent away')
    barrier.wait()
    print('through')


if __name__ == '__main__':
    barrier = Barrier(2)
    p = Process(target=child, args=(barrier,))
    p.start()
    while barrier.n_waiting < 1:
        time.sleep(0.01)
    barrier.reset()
    barrier.wait()
    p.join()
    print(barrier.broken, p.exitcode)
# expect: sent away
# expect: through
# expect: False 0

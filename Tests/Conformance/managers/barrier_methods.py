# A managed barrier.
from multiprocessing import Manager, Process
from threading import BrokenBarrierError


def child(barrier):
    barrier.wait()


if __name__ == '__main__':
    with Manager() as manager:
        barrier = manager.Barrier(2)
        print(barrier.parties, barrier.n_waiting, barrier.broken)
        p = Process(target=child, args=(barrier,))
        p.start()
        print(barrier.wait() in [0, 1])
        p.join()
        try:
            barrier.wait(0.05)
        except BrokenBarrierError:
            print('broken', barrier.broken)
        barrier.reset()
        print(barrier.broken)
        barrier.abort()
        barrier.wait()
# expect: 2 0 False
# expect: True
# expect: broken True
# expect: False
# expect error: threading.BrokenBarrierError

# A child that does not expect a broken barrier.
from multiprocessing import Barrier, Process


def child(barrier):
    barrier.wait()


if __name__ == '__main__':
    barrier = Barrier(2, timeout=0.1)
    p = Process(target=child, args=(barrier,))
    p.start()
    p.join()
    print(p.exitcode, barrier.broken)
# expect stderr: Process Process-1:
# expect stderr: threading.BrokenBarrierError
# expect: 1 True

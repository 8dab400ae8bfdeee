# A child that dies with a managed lock leaves it held.
# expect stuck
from multiprocessing import Manager, Process


def child(lock):
    lock.acquire()


if __name__ == '__main__':
    with Manager() as manager:
        lock = manager.Lock()
        p = Process(target=child, args=(lock,))
        p.start()
        p.join()
        print(p.exitcode, lock.acquire(True, 0.05))
        lock.acquire()
# expect: 0 False

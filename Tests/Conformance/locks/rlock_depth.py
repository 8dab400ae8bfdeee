# An RLock must be released as often as it was acquired.
from multiprocessing import Process, RLock


def child(lock):
    print('child', lock.acquire(block=False))


def ask(lock):
    p = Process(target=child, args=(lock,))
    p.start()
    p.join()


if __name__ == '__main__':
    lock = RLock()
    for _ in range(3):
        lock.acquire()
    lock.release()
    lock.release()
    ask(lock)
    lock.release()
    ask(lock)
    lock.release()
# expect: child False
# expect: child True
# expect error: AssertionError: attempt to release recursive lock not owned by thread

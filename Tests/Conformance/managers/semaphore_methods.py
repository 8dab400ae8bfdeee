# Managed semaphores.
from multiprocessing import Manager

if __name__ == '__main__':
    with Manager() as manager:
        s = manager.Semaphore(2)
        print(s.acquire(), s.acquire(), s.acquire(False), s.acquire(True, 0.02))
        s.release()
        print(s.acquire(False))
        free = manager.Semaphore()
        free.release()
        print([free.acquire(False) for _ in range(3)])
        b = manager.BoundedSemaphore(1)
        with b:
            print(b.acquire(False))
        b.release()
# expect: True True False False
# expect: True
# expect: [True, True, False]
# expect: False
# expect error: ValueError: Semaphore released too many times

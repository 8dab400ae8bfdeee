# A managed lock is a thread's lock in the server.
from multiprocessing import Manager

if __name__ == '__main__':
    with Manager() as manager:
        lock = manager.Lock()
        print(lock.acquire(), lock.acquire(False), lock.acquire(True, 0.05), lock.release())
        with lock:
            print('inside', lock.acquire(blocking=False))
        lock.release()
# expect: True False False None
# expect: inside False
# expect error: RuntimeError: release unlocked lock

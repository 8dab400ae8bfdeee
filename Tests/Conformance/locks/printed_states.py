# What a lock says about its owner.
from multiprocessing import BoundedSemaphore, Lock, Process, RLock, Semaphore


def child(lock, rlock):
    print(lock, rlock)
    print(lock.acquire(timeout=5), lock)
    lock.release()


if __name__ == '__main__':
    lock, rlock = Lock(), RLock()
    print(lock, rlock)
    rlock.acquire()
    rlock.acquire()
    print(rlock)
    with lock:
        print(lock)
    p = Process(target=child, args=(lock, rlock))
    p.start()
    p.join()
    print(lock, rlock)
    s, b = Semaphore(2), BoundedSemaphore(2)
    s.acquire()
    b.acquire()
    print(s, b)
    s.release()
    s.release()
    print(s, s.get_value(), b.get_value())
# expect: <Lock(owner=None)> <RLock(None, 0)>
# expect: <RLock(MainProcess, 2)>
# expect: <Lock(owner=MainProcess)>
# expect: <Lock(owner=None)> <RLock(SomeOtherProcess, nonzero)>
# expect: True <Lock(owner=Process-1)>
# expect: <Lock(owner=None)> <RLock(MainProcess, 2)>
# expect: <Semaphore(value=1)> <BoundedSemaphore(value=1, maxvalue=2)>
# expect: <Semaphore(value=3)> 3 1

# How they show themselves.
from multiprocessing import BoundedSemaphore, Lock, RLock, Semaphore

print(Lock(), RLock(), Semaphore(2), BoundedSemaphore(1))
lock = Lock()
rlock = RLock()
with lock, rlock:
    print(lock, rlock)
    with rlock:
        print(rlock)
# expect: <Lock(owner=None)> <RLock(None, 0)> <Semaphore(value=2)> <BoundedSemaphore(value=1, maxvalue=1)>
# expect: <Lock(owner=MainProcess)> <RLock(MainProcess, 1)>
# expect: <RLock(MainProcess, 2)>

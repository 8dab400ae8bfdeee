# What `with` binds: nothing but what acquire gave.
from multiprocessing import BoundedSemaphore, Condition, Lock, RLock, Semaphore

for lock in [Lock(), RLock(), Semaphore(1), BoundedSemaphore(1), Condition()]:
    with lock as got:
        print(type(lock).__name__, got)
# expect: Lock True
# expect: RLock True
# expect: Semaphore True
# expect: BoundedSemaphore True
# expect: Condition True

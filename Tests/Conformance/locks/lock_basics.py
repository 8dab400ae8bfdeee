# acquire, release, with.
from multiprocessing import Lock

lock = Lock()
print(lock.acquire())
print(lock.acquire(False), lock.acquire(block=False), lock.acquire(timeout=0.05))
print(lock.release())
with lock as got:
    print(got, lock.acquire(block=False))
print(lock.acquire(block=False))
# expect: True
# expect: False False False
# expect: None
# expect: True False
# expect: True

# block and timeout, by name and by position.
from multiprocessing import Lock

lock = Lock()
print(lock.acquire(False), lock.acquire(False), lock.acquire(block=False))
print(lock.acquire(True, 0.02), lock.acquire(timeout=0), lock.acquire(timeout=-1))
print(lock.acquire(block=False, timeout=5), lock.acquire(True, timeout=0.02))
lock.release()
print(lock.acquire(timeout=5))
lock.acquire(timeout='soon')
# expect: True False False
# expect: False False False
# expect: False False
# expect: True
# expect error: TypeError: must be real number, not str

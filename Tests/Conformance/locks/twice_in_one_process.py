# Acquiring a lock twice waits for oneself.
# expect stuck
from multiprocessing import Lock

lock = Lock()
lock.acquire()
print('once')
lock.acquire()
print('never')
# expect: once

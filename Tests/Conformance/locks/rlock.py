# A recursive lock: the owner may acquire again.
from multiprocessing import RLock

lock = RLock()
print(lock.acquire(), lock.acquire())
lock.release()
lock.release()
with lock:
    with lock:
        print('twice')
lock.release()
# expect: True True
# expect: twice
# expect error: AssertionError: attempt to release recursive lock not owned by thread

# A condition over a lock of one's own.
from multiprocessing import Condition, Lock

lock = Lock()
condition = Condition(lock)
print(condition.acquire(), lock.acquire(False))
print(condition.wait(0.02), lock.acquire(False))
condition.notify()
print(condition.release(), lock.acquire(False))
lock.release()
with condition:
    print(lock.acquire(False))
# expect: True False
# expect: False False
# expect: None True
# expect: False

# A Value makes its own lock, takes one, or has none.
from multiprocessing import Lock, Value

lock = Lock()
v = Value('i', 3, lock=lock)
print(v.get_lock() is lock, v)
print(str(Value('i', 3).get_lock())[:6], hasattr(Value('i', 3, lock=False), 'get_lock'))
print(Value('i', 3, lock=False))
v.value = 4
with v.get_lock():
    print('held', lock.acquire(False))
Value('i', 3, lock=5)
# expect: True <Synchronized wrapper for c_int(3)>
# expect: <RLock False
# expect: c_int(3)
# expect: held False
# expect error: AttributeError: 5 has no method 'acquire'

# The lock of an Array: its own, another, none.
from multiprocessing import Array, RLock

lock = RLock()
a = Array('i', 2, lock=lock)
print(a.get_lock() is lock, hasattr(Array('i', 2, lock=False), 'get_lock'))
with a.get_lock():
    a[0] += 1
    print(a[:], a.get_obj()[0], sum(a.get_obj()))
# expect: True False
# expect: [1, 0] 1 1

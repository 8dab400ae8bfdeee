# The lock of a Value is an RLock: to read the value while holding it is fine.
from multiprocessing import Value

v = Value('i', 1)
with v.get_lock():
    with v.get_lock():
        v.value = v.value + 1
print(v.value, v.get_lock())
# expect: 2 <RLock(None, 0)>

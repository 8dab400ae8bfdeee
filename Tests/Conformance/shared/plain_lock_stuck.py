# With a plain Lock, to touch the value while holding it waits for oneself.
# expect stuck
from multiprocessing import Lock, Value

v = Value('i', 1, lock=Lock())
print(v.value)
with v.get_lock():
    v.value = 2
print('never')
# expect: 1

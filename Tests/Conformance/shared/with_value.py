# A Value is its own lock, and so is an Array.
from multiprocessing import Array, Value

v = Value('i', 1)
with v:
    v.value += 1
    print(v.value, v.get_lock())
print(v.acquire(), v.acquire(False), v.release(), v.release())
a = Array('i', [1])
with a as held:
    a[0] += 1
    print(a[0], held)
try:
    v.release()
except AssertionError as error:
    print(error)
# expect: 2 <RLock(MainProcess, 1)>
# expect: True True None None
# expect: 2 True
# expect: attempt to release recursive lock not owned by thread

# get_obj: the number without its lock.
from multiprocessing import Value

v = Value('i', 5)
inner = v.get_obj()
print(inner, inner.value)
inner.value += 1
print(v.value)
with v.get_lock():
    inner.value += 1
print(v.value)
# expect: c_int(5) 5
# expect: 6
# expect: 7

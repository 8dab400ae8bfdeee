# What fits into which type.
from multiprocessing import Value

print(Value('i').value, Value('d').value, Value('b', -1).value, Value('c', b'a').value)
n = Value('i', 2 ** 31 - 1)
n.value += 1
print(n.value)
b = Value('B', 300)
print(b.value)
try:
    n.value = 'text'
except TypeError as error:
    print(error)
n.value = 1.5
# expect: 0 0.0 -1 b'a'
# expect: -2147483648
# expect: 44
# expect: 'str' object cannot be interpreted as an integer
# expect error: TypeError: 'float' object cannot be interpreted as an integer

# A Value is not a number: its value is.
from multiprocessing import Value

v = Value('i', 5)
for action in [lambda: v + 1, lambda: v < 6, lambda: int(v), lambda: range(v)]:
    try:
        action()
    except TypeError as error:
        print(error)
print(v == 5, v.value == 5, bool(v))
v += 1
# expect: unsupported operand type(s) for +: 'Synchronized' and 'int'
# expect: '<' not supported between instances of 'Synchronized' and 'int'
# expect: int() argument must be a string, a bytes-like object or a real number, not 'Synchronized'
# expect: 'Synchronized' object cannot be interpreted as an integer
# expect: False True True
# expect error: TypeError: unsupported operand type(s) for +=: 'Synchronized' and 'int'

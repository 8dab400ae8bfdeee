# What an Array refuses.
from multiprocessing import Array

a = Array('i', 2)
for action in [lambda: a.__setitem__(0, 1.5), lambda: a.__setitem__(0, 'x'),
               lambda: a.__setitem__('0', 1), lambda: a.append(3), lambda: Array('i', 1.5),
               lambda: Array('i', ['x']), lambda: Array('i', -1), lambda: a.value]:
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
print(a[:])
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError indices must be integer
# expect: AttributeError 'SynchronizedArray' object has no attribute 'append'
# expect: TypeError object of type 'float' has no len()
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ValueError Array length must be >= 0, not -1
# expect: AttributeError 'SynchronizedArray' object has no attribute 'value'
# expect: [0, 0]

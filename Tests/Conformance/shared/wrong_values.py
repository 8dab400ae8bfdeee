# What does not fit its type.
from multiprocessing import Value

for code, thing in [('i', 1.0), ('i', None), ('d', 'x'), ('d', None), ('c', b'ab'), ('c', 'a'),
                    ('u', 'ab'), ('u', 1)]:
    try:
        Value(code, thing)
        print(code, repr(thing), 'fits')
    except TypeError as error:
        print(code, error)
    v = Value(code)
    try:
        v.value = thing
        print(code, repr(thing), 'fits')
    except TypeError as error:
        print(code, error)
# expect: i 'float' object cannot be interpreted as an integer
# expect: i 'float' object cannot be interpreted as an integer
# expect: i 'NoneType' object cannot be interpreted as an integer
# expect: i 'NoneType' object cannot be interpreted as an integer
# expect: d must be real number, not str
# expect: d must be real number, not str
# expect: d must be real number, not NoneType
# expect: d must be real number, not NoneType
# expect: c one character bytes, bytearray or integer expected
# expect: c one character bytes, bytearray or integer expected
# expect: c one character bytes, bytearray or integer expected
# expect: c one character bytes, bytearray or integer expected
# expect: u one character unicode string expected
# expect: u one character unicode string expected
# expect: u unicode string expected instead of int instance
# expect: u unicode string expected instead of int instance

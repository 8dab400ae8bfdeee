# Type codes that there are not, and none at all.
from multiprocessing import Array, Value

for make in [lambda: Value('z', 0), lambda: Value('int', 0), lambda: Value(), lambda: Array('i'),
             lambda: Value(0)]:
    try:
        make()
    except TypeError as error:
        print(error)
# expect: this type has no size
# expect: this type has no size
# expect: BaseContext.Value() missing 1 required positional argument: 'typecode_or_type'
# expect: BaseContext.Array() missing 1 required positional argument: 'size_or_initializer'
# expect: this type has no size

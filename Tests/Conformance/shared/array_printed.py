# How an Array shows itself.
from multiprocessing import Array, RawArray

print(str(Array('i', 3)).split(' at ')[0])
print(str(Array('d', [1.5])).split(' at ')[0])
print(str(RawArray('h', 2)).split(' at ')[0])
# expect: <SynchronizedArray wrapper for <multiprocessing.sharedctypes.c_int_Array_3 object
# expect: <SynchronizedArray wrapper for <multiprocessing.sharedctypes.c_double_Array_1 object
# expect: <multiprocessing.sharedctypes.c_short_Array_2 object

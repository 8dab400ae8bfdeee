# Slices of an Array are lists; what is put into one must have its length.
from multiprocessing import Array

a = Array('i', range(6))
print(a[1:3], a[::2], a[-2:], a[::-1], a[4:1], a[-1])
a[0:2] = [10, 20]
a[-1] = 60
print(a[:])
a[::3] = (7, 8)
print(list(a), 8 in a, len(a))
try:
    a[0:2] = [1, 2, 3]
except ValueError as error:
    print(error)
a[10] = 1
# expect: [1, 2] [0, 2, 4] [4, 5] [5, 4, 3, 2, 1, 0] [] 5
# expect: [10, 20, 2, 3, 4, 60]
# expect: [7, 20, 2, 8, 4, 60] True 6
# expect: Can only assign sequence of same size
# expect error: IndexError: invalid index

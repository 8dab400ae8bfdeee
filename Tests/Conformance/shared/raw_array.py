# A RawArray: numbers in a row, no lock.
from multiprocessing import RawArray

a = RawArray('d', [1, 2.5, 3])
print(a[:], len(a), list(a), a[-1])
a[0:2] = [7, 8]
print(a[:], sum(a), hasattr(a, 'acquire'))
zeros = RawArray('i', 3)
zeros[1] = 5
print(list(zeros), max(zeros))
text = RawArray('c', b'abc')
print(text.value, text[0])
a[3]
# expect: [1.0, 2.5, 3.0] 3 [1.0, 2.5, 3.0] 3.0
# expect: [7.0, 8.0, 3.0] 18.0 False
# expect: [0, 5, 0] 5
# expect: b'abc' b'a'
# expect error: IndexError: invalid index

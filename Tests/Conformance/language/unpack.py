# Unpacking into names.
a, b = [1, 2]
(c, d), e = (3, 4), 5
print(a, b, c, d, e)  # expect: 1 2 3 4 5
first, *rest = [1, 2, 3]
print(first, rest)  # expect: 1 [2, 3]
*start, last = 'abc'
print(start, last)  # expect: ['a', 'b'] c
head, *middle, tail = range(5)
print(head, middle, tail)  # expect: 0 [1, 2, 3] 4
only, *none = [7]
print(only, none)  # expect: 7 []
[p, q] = 'xy'
print(p + q)  # expect: xy
for i, (x, y) in enumerate([(1, 2), (3, 4)]):
    print(i, x, y)
# expect: 0 1 2
# expect: 1 3 4

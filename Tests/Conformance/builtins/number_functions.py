# abs, round, divmod, pow, min, max, sum.
print(abs(-3), abs(-2.5), abs(True))  # expect: 3 2.5 1
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(2.0), round(7))
# expect: 2 4 -2 2.67 1200 2 7
print(round(1.25, 1), round(0.5), round(1.5), type(round(1.5)), type(round(1.5, 0)))
# expect: 1.2 0 2 <class 'int'> <class 'float'>
print(divmod(7, 2), divmod(-7, 2), divmod(7.5, 2))  # expect: (3, 1) (-4, 1) (3.0, 1.5)
print(min(3, 1, 2), max([3, 1]), min('b', 'a'), max([], default='none'), min([[2], [1, 5]]))
# expect: 1 3 a none [1, 5]
print(max(['aa', 'b'], key=len), min(3, -4, key=abs), max((1, 'a'), (1, 'b')))
# expect: aa 3 (1, 'b')
print(sum([1, 2]), sum([0.1] * 3), sum([], 5), sum([[1], [2]], []))
# expect: 3 0.30000000000000004 5 [1, 2]
try:
    max([])
except ValueError as error:
    print(error)
# expect: max() arg is an empty sequence
sum(['a', 'b'])
# expect error: TypeError: unsupported operand type(s) for +: 'int' and 'str'

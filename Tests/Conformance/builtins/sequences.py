# enumerate, zip, map, filter, reversed, sorted.
print(list(enumerate('ab')), list(enumerate('ab', start=1)))
# expect: [(0, 'a'), (1, 'b')] [(1, 'a'), (2, 'b')]
print(list(zip([1, 2, 3], 'ab')), list(zip()), list(zip([1])))
# expect: [(1, 'a'), (2, 'b')] [] [(1,)]
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])))
# expect: ['1', '2'] [11, 22]
print(list(filter(None, [0, 1, '', 'a'])), list(filter(lambda x: x > 1, [1, 2, 3])))
# expect: [1, 'a'] [2, 3]
print(list(reversed([1, 2, 3])), ''.join(reversed('abc')))  # expect: [3, 2, 1] cba
print(sorted([3, 1, 2]), sorted('hello'), sorted({'b': 1, 'a': 2}), sorted([3, 1, 2], reverse=True))
# expect: [1, 2, 3] ['e', 'h', 'l', 'l', 'o'] ['a', 'b'] [3, 2, 1]
print(sorted(['b', 'A', 'c'], key=str.lower), sorted([(1, 'b'), (1, 'a'), (0, 'z')]))
# expect: ['A', 'b', 'c'] [(0, 'z'), (1, 'a'), (1, 'b')]
print(any([]), all([]), any([0, 2]), all([1, 0]))  # expect: False True True False
print(list(zip(*[(1, 'a'), (2, 'b')])))  # expect: [(1, 2), ('a', 'b')]
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as error:
    print(error)
# expect: zip() argument 2 is longer than argument 1
m = map(print, ['lazy'])
print('not yet')  # expect: not yet
list(m)  # expect: lazy

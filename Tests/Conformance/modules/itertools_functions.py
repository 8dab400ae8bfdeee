# itertools.
import itertools as it

print(list(it.islice(it.count(5, 2), 3)), list(it.islice(it.cycle('ab'), 5)), list(it.repeat(7, 2)))
# expect: [5, 7, 9] ['a', 'b', 'a', 'b', 'a'] [7, 7]
print(list(it.chain([1], 'a', (2,))), list(it.chain.from_iterable([[1, 2], [3]])))
# expect: [1, 'a', 2] [1, 2, 3]
print(list(it.product('ab', [1, 2])), list(it.product([0, 1], repeat=2)))
# expect: [('a', 1), ('a', 2), ('b', 1), ('b', 2)] [(0, 0), (0, 1), (1, 0), (1, 1)]
print(list(it.permutations([1, 2, 3], 2)), list(it.combinations('abc', 2)))
# expect: [(1, 2), (1, 3), (2, 1), (2, 3), (3, 1), (3, 2)] [('a', 'b'), ('a', 'c'), ('b', 'c')]
print(list(it.combinations_with_replacement('ab', 2)), list(it.accumulate([1, 2, 3])))
# expect: [('a', 'a'), ('a', 'b'), ('b', 'b')] [1, 3, 6]
print(list(it.takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.dropwhile(lambda x: x < 3, [1, 2, 3, 1])))
# expect: [1, 2] [3, 1]
print([(k, list(g)) for k, g in it.groupby('aabcc')], list(it.zip_longest('ab', [1], fillvalue='-')))
# expect: [('a', ['a', 'a']), ('b', ['b']), ('c', ['c', 'c'])] [('a', 1), ('b', '-')]
print(list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.compress('abc', [1, 0, 1])), list(it.pairwise([1, 2, 3])))
# expect: [8, 9] ['a', 'c'] [(1, 2), (2, 3)]
a, b = it.tee([1, 2])
print(list(a), list(b), list(it.filterfalse(lambda x: x, [0, 1])), list(it.islice('abcdef', 1, 5, 2)))
# expect: [1, 2] [1, 2] [0] ['b', 'd']

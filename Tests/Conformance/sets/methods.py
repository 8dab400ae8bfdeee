# The methods of a set.
a, b = {1, 2, 3}, {3, 4}
print(sorted(a.union(b)), a.intersection(b), sorted(a.difference(b)), sorted(a.symmetric_difference(b)))
# expect: [1, 2, 3, 4] {3} [1, 2] [1, 2, 4]
print(a.issubset({1, 2, 3, 4}), a.issuperset({1}), a.isdisjoint({9}))  # expect: True True True
a.update([7], (8,))
a.discard(99)
print(sorted(a), a.pop() in {1, 2, 3, 7, 8}, len(a))  # expect: [1, 2, 3, 7, 8] True 4
c = {5}
d = c.copy()
c.add(6)
print(sorted(c), d)  # expect: [5, 6] {5}
c.clear()
print(c)  # expect: set()
c.intersection_update([1])
print(c, frozenset({1, 2}) == {1, 2}, {frozenset([1]): 'ok'}[frozenset([1])])
# expect: set() True ok
try:
    d.remove(99)
except KeyError as error:
    print(error)
# expect: 99
c.pop()
# expect error: KeyError: 'pop from an empty set'

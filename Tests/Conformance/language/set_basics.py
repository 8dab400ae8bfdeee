# Sets.
s = {3, 1, 2, 3}
print(len(s), 2 in s, 5 in s)  # expect: 3 True False
print(sorted(s))  # expect: [1, 2, 3]
s.add(9)
s.add(1)
s.discard(100)
s.remove(3)
print(sorted(s))  # expect: [1, 2, 9]
print(set(), {1} == {1, 1}, {5})  # expect: set() True {5}
print({1, 2} | {2, 3} == {1, 2, 3}, {1, 2} & {2, 3}, {1, 2} - {2, 3}, {1, 2} ^ {2, 3} == {1, 3})
# expect: True {2} {1} True
print({1} < {1, 2}, {1, 2} <= {1, 2}, {1} > set())  # expect: True True True
print(sorted(set('hello')))  # expect: ['e', 'h', 'l', 'o']
print(frozenset([1]), len(frozenset('aab')))  # expect: frozenset({1}) 2
s |= {50}
s -= {1}
print(sorted(s))  # expect: [2, 9, 50]

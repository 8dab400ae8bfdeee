# Dict and set comprehensions.
print({x: x * x for x in range(4)})  # expect: {0: 0, 1: 1, 2: 4, 3: 9}
print({k: v for k, v in [('a', 1), ('b', 2)] if v > 1})  # expect: {'b': 2}
print({v: k for k, v in {'a': 1, 'b': 2}.items()})  # expect: {1: 'a', 2: 'b'}
print(sorted({x % 3 for x in range(10)}))  # expect: [0, 1, 2]
print({x: [y for y in range(x)] for x in (1, 2)})  # expect: {1: [0], 2: [0, 1]}
print(len({c for c in 'hello'}))  # expect: 4

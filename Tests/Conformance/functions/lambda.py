# Functions without a name.
double = lambda x: x * 2
add = lambda a, b=10, *rest, **named: (a + b, rest, named)
print(double(4), add(1), add(1, 2, 3, k=4))  # expect: 8 (11, (), {}) (3, (3,), {'k': 4})
print((lambda: 'called')())  # expect: called
print(sorted(['bb', 'a', 'ccc'], key=lambda s: -len(s)))  # expect: ['ccc', 'bb', 'a']
actions = {'up': lambda n: n + 1, 'down': lambda n: n - 1}
print(actions['up'](5), actions['down'](5))  # expect: 6 4
print((lambda *, k: k)(k=1))  # expect: 1

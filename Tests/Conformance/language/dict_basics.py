# Dicts.
d = {'b': 1, 'a': 2}
d['c'] = 3
d['b'] = 10
print(d, len(d), d['a'])  # expect: {'b': 10, 'a': 2, 'c': 3} 3 2
del d['b']
d['b'] = 20
print(d)  # expect: {'a': 2, 'c': 3, 'b': 20}
print('a' in d, 'z' in d, 2 in d)  # expect: True False False
for key in d:
    print(key, d[key])
# expect: a 2
# expect: c 3
# expect: b 20
for key, value in d.items():
    print(key, value)
# expect: a 2
# expect: c 3
# expect: b 20
print({} == {}, {1: 2, 3: 4} == {3: 4, 1: 2})  # expect: True True
print({'n': {'m': [1]}, (1,): None})  # expect: {'n': {'m': [1]}, (1,): None}
d['a'] += 5
print(d['a'])  # expect: 7

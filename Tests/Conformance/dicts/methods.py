# The methods of a dict.
d = {'a': 1, 'b': 2}
print(d.get('a'), d.get('z'), d.get('z', 0), d.setdefault('c', 3), d.setdefault('a', 9))
# expect: 1 None 0 3 1
print(d.keys(), d.values(), d.items())
# expect: dict_keys(['a', 'b', 'c']) dict_values([1, 2, 3]) dict_items([('a', 1), ('b', 2), ('c', 3)])
print(list(d.keys()), 'a' in d.keys(), 2 in d.values(), ('a', 1) in d.items(), len(d.items()))
# expect: ['a', 'b', 'c'] True True True 3
print(d.pop('c'), d.pop('z', None), d.popitem(), d)  # expect: 3 None ('b', 2) {'a': 1}
d.update({'x': 1}, y=2)
d.update([('z', 3)])
print(d, d | {'a': 0}, {'a': 5} | d)
# expect: {'a': 1, 'x': 1, 'y': 2, 'z': 3} {'a': 0, 'x': 1, 'y': 2, 'z': 3} {'a': 1, 'x': 1, 'y': 2, 'z': 3}
d |= {'w': 4}
e = d.copy()
d.clear()
print(d, e, dict.fromkeys('ab', 0), dict.fromkeys([1]))
# expect: {} {'a': 1, 'x': 1, 'y': 2, 'z': 3, 'w': 4} {'a': 0, 'b': 0} {1: None}
print(e.keys() & {'x', 'q'}, sorted(e.keys() - {'x'}), list(reversed(e)))
# expect: {'x'} ['a', 'w', 'y', 'z'] ['w', 'z', 'y', 'x', 'a']
try:
    d.popitem()
except KeyError as error:
    print(error)
# expect: 'popitem(): dictionary is empty'
d.pop('missing')
# expect error: KeyError: 'missing'

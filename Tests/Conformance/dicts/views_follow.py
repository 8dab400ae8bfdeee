# keys, values and items see later changes.
d = {'a': 1}
keys, items = d.keys(), d.items()
d['b'] = 2
print(keys, items, list(keys), len(keys))
# expect: dict_keys(['a', 'b']) dict_items([('a', 1), ('b', 2)]) ['a', 'b'] 2
for k in list(d):
    del d[k]
print(keys, d)  # expect: dict_keys([]) {}

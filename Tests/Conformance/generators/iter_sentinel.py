# iter with a function and a sentinel.
items = [3, 2, 0, 5]
for x in iter(lambda: items.pop(0), 0):
    print(x)
# expect: 3
# expect: 2
print(items)  # expect: [5]
it = iter([1, 2])
print(iter(it) is it, next(it), list(it))  # expect: True 1 [2]
iter(5)
# expect error: TypeError: 'int' object is not iterable

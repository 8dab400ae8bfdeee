# A list cannot be a key.
d = {}
try:
    d[{}] = 1
except TypeError as error:
    print(error)
# expect: unhashable type: 'dict'
try:
    {1, [2]}
except TypeError as error:
    print(error)
# expect: unhashable type: 'list'
d[[1]] = 2
# expect error: TypeError: unhashable type: 'list'

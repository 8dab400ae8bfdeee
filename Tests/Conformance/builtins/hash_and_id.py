# hash.
print(hash(1) == hash(1.0) == hash(True), hash('a') == hash('a'), hash((1, 2)) == hash((1, 2)))
# expect: True True True
print(hash(5), hash(-1), hash(0), hash(2 ** 61 - 1), hash(2 ** 61))  # expect: 5 -2 0 0 1
hash([])
# expect error: TypeError: unhashable type: 'list'

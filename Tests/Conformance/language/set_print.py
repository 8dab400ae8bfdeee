# Small integers in a set stand in order of their size.
print({3, 1, 2})  # expect: {1, 2, 3}
print(set(range(5)))  # expect: {0, 1, 2, 3, 4}
print({5, 0, 7, 3})  # expect: {0, 3, 5, 7}
print({8, 1})  # expect: {8, 1}

# The operators on bits.
print(12 & 10, 12 | 10, 12 ^ 10)  # expect: 8 14 6
print(~0, ~5, ~-1)  # expect: -1 -6 0
print(1 << 10, 1024 >> 3)  # expect: 1024 128
print(-5 >> 1, -5 & 3)  # expect: -3 3
print(True & False, True | False, True ^ True)  # expect: False True False
print(5 & 3 == 1)  # expect: True

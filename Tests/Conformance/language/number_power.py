# Powers bind from the right, and tighter than a sign before them.
print(2 ** 3 ** 2)  # expect: 512
print(-2 ** 2)  # expect: -4
print((-2) ** 2)  # expect: 4
print(2 ** -2)  # expect: 0.25
print(pow(3, 4), pow(3, 4, 5))  # expect: 81 1
print(0 ** 0)  # expect: 1

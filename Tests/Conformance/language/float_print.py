# A float prints as the shortest text that reads back as the same float.
print(0.1 + 0.2)  # expect: 0.30000000000000004
print(1.0, 100.0, 1e3)  # expect: 1.0 100.0 1000.0
print(1e16, 1e15, 123456789012345678.0)
# expect: 1e+16 1000000000000000.0 1.2345678901234568e+17
print(1e-4, 1e-5)  # expect: 0.0001 1e-05
print(1 / 3)  # expect: 0.3333333333333333
print(2.5e300 * 1e10)  # expect: inf
print(1e308 * 10, -1e308 * 10)  # expect: inf -inf
print(-0.0)  # expect: -0.0
print(float('nan'))  # expect: nan
print(5e-324)  # expect: 5e-324

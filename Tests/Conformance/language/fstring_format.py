# Format specs in f-strings.
pi = 3.14159
n = 1234567
print(f'{pi:.2f} {pi:8.3f}| {pi:<8.1f}| {pi:e}')
# expect: 3.14    3.142| 3.1     | 3.141590e+00
print(f'{n:,} {n:_} {n:>10} {n:<10}| {n:^11}|')
# expect: 1,234,567 1_234_567    1234567 1234567   |   1234567  |
print(f'{42:05d} {42:+d} {-42:05d} {42: d}')  # expect: 00042 +42 -0042  42
print(f'{255:x} {255:#x} {255:b} {5:08b} {255:o} {255:X}')
# expect: ff 0xff 11111111 00000101 377 FF
print(f"{'left':<8}|{'right':>8}|{'mid':^8}|")  # expect: left    |   right|  mid   |
print(f"{'dots':.<10}{'star':*^10}")  # expect: dots......***star***
print(f"{'truncate':.3}")  # expect: tru
print(f'{0.25:%} {0.256:.1%}')  # expect: 25.000000% 25.6%
print(f'{1e10:g} {0.00001:g} {123456789:g}')  # expect: 1e+10 1e-05 1.23457e+08
print(f'{True} {None} {True:d}')  # expect: True None 1
width = 7
print(f'{n:{width + 3}}|{pi:{width}.{2}f}')  # expect:    1234567|   3.14
print(f'{1234.5:,.2f} {1234567.891:15,.1f}')  # expect: 1,234.50     1,234,567.9

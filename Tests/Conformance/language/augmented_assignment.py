# Assignment with an operator.
n = 10
n += 5
n -= 1
n *= 2
n //= 3
n **= 2
n %= 50
print(n)  # expect: 31
n /= 4
print(n)  # expect: 7.75
bits = 6
bits <<= 2
bits |= 1
bits &= 17
bits ^= 3
bits >>= 1
print(bits)  # expect: 9
names = ['a']
others = names
names += ['b']
print(others)  # expect: ['a', 'b']
names = names + ['c']
print(others)  # expect: ['a', 'b']

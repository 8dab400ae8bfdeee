# Formatting with %.
print('%s is %d years' % ('Ann', 30))  # expect: Ann is 30 years
print('%d%%' % 50)  # expect: 50%
print('%5d|%-5d|%05d|%+d' % (42, 42, 42, 42))  # expect:    42|42   |00042|+42
print('%.2f %8.3f %e %g' % (3.14159, 3.14159, 31415.9, 0.0001))
# expect: 3.14    3.142 3.141590e+04 0.0001
print('%x %X %o' % (255, 255, 8))  # expect: ff FF 10
print('%r %s' % ('a', 'a'))  # expect: 'a' a
print('%10s|%-10s|%.2s' % ('abc', 'abc', 'abc'))  # expect:        abc|abc       |ab
print('%(name)s has %(n)d' % {'name': 'Bob', 'n': 2})  # expect: Bob has 2
print('%c%c' % ('a', 98))  # expect: ab
print('%s' % [1, 2], '%s' % None)  # expect: [1, 2] None
print('%d' % 3.99)  # expect: 3
print('%*d' % (5, 42))  # expect:    42
print('%i %s' % (7, (1, 2)))  # expect: 7 (1, 2)

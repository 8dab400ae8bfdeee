# repr, format, ascii.
print(repr('a'), repr(1.0), repr([1, 'a', None]), repr({'a': (1,)}), repr({1}), repr(b'a\x00'))
# expect: 'a' 1.0 [1, 'a', None] {'a': (1,)} {1} b'a\x00'
print(format(3.14159, '.2f'), format(5, '03d'), format('x', '>3'), format(12345, ','))
# expect: 3.14 005   x 12,345
print(ascii('é'), ascii('北'))  # expect: '\xe9' '\u5317'
print('{} and {}'.format(1, 'a'), '{1} {0}'.format('a', 'b'), '{x}'.format(x=5))
# expect: 1 and a b a 5
print('{:>5}|{:<5}|{:^5}|'.format(1, 2, 3), '{!r}'.format('a'), '{0:{1}}'.format(5, 4))
# expect:     1|2    |  3  | 'a'    5
print('{0[1]} {1[k]}'.format([1, 2], {'k': 'v'}), '{{}}'.format())  # expect: 2 v {}
try:
    '{} {}'.format(1)
except IndexError as error:
    print(error)
# expect: Replacement index 1 out of range for positional args tuple
try:
    '{x}'.format()
except KeyError as error:
    print(error)
# expect: 'x'

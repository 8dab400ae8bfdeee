# split, join, partition.
print('a b  c '.split(), 'a,b,,c'.split(','), 'a,b,c'.split(',', 1), 'a,b,c'.rsplit(',', 1), ''.split(), ''.split(','))
# expect: ['a', 'b', 'c'] ['a', 'b', '', 'c'] ['a', 'b,c'] ['a,b', 'c'] [] ['']
print('-'.join(['a', 'b']), ''.join([]), ', '.join('abc'), 'x'.join(['one']))
# expect: a-b  a, b, c one
print('k=v=w'.partition('='), 'k=v=w'.rpartition('='), 'none'.partition('='))
# expect: ('k', '=', 'v=w') ('k=v', '=', 'w') ('none', '', '')
print('one\ntwo\r\nthree\n'.splitlines(), 'a\nb'.splitlines(True))
# expect: ['one', 'two', 'three'] ['a\n', 'b']
print('  a  b '.split(' '), 'aXbXc'.split('X', maxsplit=1))
# expect: ['', '', 'a', '', 'b', ''] ['a', 'bXc']
try:
    'a'.split('')
except ValueError as error:
    print(error)
# expect: empty separator
', '.join([1, 2])
# expect error: TypeError: sequence item 0: expected str instance, int found

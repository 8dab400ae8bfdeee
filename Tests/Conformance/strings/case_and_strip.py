# Upper, lower, strip.
s = '  Hello World  '
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()))
# expect: 'Hello World' 'Hello World  ' '  Hello World'
print('xxaxx'.strip('x'), 'abcba'.strip('ab'), 'www.x.com'.lstrip('w.'), 'a..'.rstrip('.'))
# expect: a c x.com a
print('Hello'.upper(), 'Hello'.lower(), 'hello world'.title(), 'hELLO'.capitalize(), 'Ab'.swapcase())
# expect: HELLO hello Hello World Hello aB
print('hello'.islower(), 'A'.isupper(), 'abc'.isalpha(), 'a1'.isalnum(), '12'.isdigit(), ' \t'.isspace())
# expect: True True True True True True
print(''.isdigit(), 'a b'.isalpha(), '½'.isnumeric(), 'x1'.isidentifier(), 'Ab'.istitle())
# expect: False False True True True
print('prefix-x'.removeprefix('prefix-'), 'x.py'.removesuffix('.py'), 'ß'.casefold())
# expect: x x ss

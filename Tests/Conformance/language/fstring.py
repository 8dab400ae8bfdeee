# f-strings.
name = 'Ann'
n = 3
print(f'{name} has {n} apples')  # expect: Ann has 3 apples
print(f'{n + 1} {n * 2.5} {name.upper()}')  # expect: 4 7.5 ANN
print(f'{{braces}} {{{n}}}')  # expect: {braces} {3}
print(f"{'quoted'} {name!r} {name!s}")  # expect: quoted 'Ann' Ann
print(f'{[x * 2 for x in range(n)]}')  # expect: [0, 2, 4]
print(f'{"yes" if n else "no"}')  # expect: yes
print(f'{n}' f'{name}' 'plain')  # expect: 3Annplain
print(f'{ {"a": 1}["a"] }')  # expect: 1
print(f'')  # expect:
print(rf'{n}\n')  # expect: 3\n
print(f'''{n}
{name}''')
# expect: 3
# expect: Ann

# Escapes, and raw strings without them.
print('a\tb')  # expect: a	b
print('\x41\u00e9\U0001F600')  # expect: Aé😀
print('\101')  # expect: A
print(len('\n'), len(r'\n'))  # expect: 1 2
print(r'C:\new')  # expect: C:\new
print('one \
two')
# expect: one two
print('back\\slash')  # expect: back\slash
print('\N{BULLET}' if False else 'no')  # expect: no

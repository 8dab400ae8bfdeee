# How a string shows itself.
print('it\'s', "it's", "say \"hi\"")  # expect: it's it's say "hi"
print(repr('plain'), repr("it's"), repr('say "hi"'), repr('both \' and "'))
# expect: 'plain' "it's" 'say "hi"' 'both \' and "'
print(repr('tab\tnew\nline\\'))  # expect: 'tab\tnew\nline\\'
print(['a', "b'c"])  # expect: ['a', "b'c"]
print(repr('\x00\x1f\x7f'), repr('é'), repr('\u200b'))  # expect: '\x00\x1f\x7f' 'é' '\u200b'
print('''one
two''')
# expect: one
# expect: two
print('con' 'cat' "enated")  # expect: concatenated

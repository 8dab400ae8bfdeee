# Writing a file and reading it back.
with open('note.txt', 'w') as file:
    print(file.write('one\n'))
    file.write('two\n')
# expect: 4
with open('note.txt') as file:
    print(repr(file.read()))
    print(repr(file.read()))
# expect: 'one\ntwo\n'
# expect: ''
file = open('note.txt')
print(repr(file.readline()), repr(file.readline()), repr(file.readline()))
# expect: 'one\n' 'two\n' ''
file.close()
print(file.closed)  # expect: True
with open('note.txt', encoding='utf-8') as file:
    print(file.readlines())
# expect: ['one\n', 'two\n']

# print into a file.
with open('out.txt', 'w') as file:
    print('a', 1, file=file)
    print('b', end='', file=file)
    file.writelines(['c\n', 'd\n'])
print(repr(open('out.txt').read()))  # expect: 'a 1\nbc\nd\n'

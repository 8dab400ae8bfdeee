# A file is a row of lines.
with open('list.txt', 'w') as file:
    file.write('milk\nbread\n\njam')
    print('still open', file.closed)
# expect: still open False
for line in open('list.txt'):
    print(repr(line))
# expect: 'milk\n'
# expect: 'bread\n'
# expect: '\n'
# expect: 'jam'
with open('list.txt') as file:
    for number, line in enumerate(file, 1):
        print(number, repr(line.strip()))
# expect: 1 'milk'
# expect: 2 'bread'
# expect: 3 ''
# expect: 4 'jam'
with open('list.txt') as file:
    print([line.rstrip('\n') for line in file])
# expect: ['milk', 'bread', '', 'jam']

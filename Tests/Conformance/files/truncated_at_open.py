# Opening for writing empties the file at once; the text comes when it is closed.
with open('a.txt', 'w') as file:
    file.write('old')
file = open('a.txt', 'w')
print(repr(open('a.txt').read()))  # expect: ''
file.write('new')
print(repr(open('a.txt').read()))  # expect: ''
file.flush()
print(repr(open('a.txt').read()))  # expect: 'new'
file.write('er')
file.close()
print(repr(open('a.txt').read()))  # expect: 'newer'

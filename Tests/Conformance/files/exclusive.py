# Mode x makes a new file and nothing else.
with open('new.txt', 'x') as file:
    file.write('first')
try:
    open('new.txt', 'x')
except FileExistsError as error:
    print(error)
# expect: [Errno 17] File exists: 'new.txt'
print(open('new.txt').read())  # expect: first

# What the mode does not allow.
with open('a.txt', 'w') as file:
    file.write('text')
    try:
        file.read()
    except OSError as error:
        print(error)
# expect: not readable
with open('a.txt') as file:
    try:
        file.write('more')
    except OSError as error:
        print(error)
    try:
        file.write(5)
    except TypeError as error:
        print(error)
# expect: not writable
# expect: write() argument must be str, not int
try:
    open('a.txt', 'q')
except ValueError as error:
    print(error)
# expect: invalid mode: 'q'

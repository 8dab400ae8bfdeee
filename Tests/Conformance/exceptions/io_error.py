# IOError is OSError's old name.
try:
    open('nothing.txt')
except IOError as error:
    print(error)
# expect: [Errno 2] No such file or directory: 'nothing.txt'
print(IOError is OSError)  # expect: True

# A closed file.
file = open('a.txt', 'w')
file.close()
file.close()
file.write('x')
# expect error: ValueError: I/O operation on closed file.

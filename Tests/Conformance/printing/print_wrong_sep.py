# sep must be a string.
try:
    print(1, 2, sep=0)
except TypeError as error:
    print(error)
# expect: sep must be None or a string, not int
print('a', end=5)
# expect error: TypeError: end must be None or a string, not int

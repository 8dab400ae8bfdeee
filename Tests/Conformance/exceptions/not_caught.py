# An exception that nobody catches ends the program.
def inner():
    return [1, 2][5]


def outer():
    print('before')
    inner()
    print('never')


try:
    outer()
except KeyError:
    print('not this')
finally:
    print('finally')
# expect: before
# expect: finally
print('never')
# expect error: IndexError: list index out of range

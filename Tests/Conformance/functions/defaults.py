# Default values.
def greet(name, greeting='hello', mark='!'):
    return greeting + ' ' + name + mark


print(greet('Ann'))  # expect: hello Ann!
print(greet('Ann', 'hi'))  # expect: hi Ann!
print(greet('Ann', mark='?'))  # expect: hello Ann?
print(greet(greeting='bye', name='Bob'))  # expect: bye Bob!
n = 1


def early(value=n):
    return value


n = 2
print(early())  # expect: 1

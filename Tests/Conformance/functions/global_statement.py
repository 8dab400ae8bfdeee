# Only `global` lets a function assign a module's variable.
n = 1
total = 0


def local():
    n = 2
    return n


def module():
    global n, total
    n = 3
    total += n


print(local(), n)  # expect: 2 1
module()
print(n, total)  # expect: 3 3


def create():
    global fresh
    fresh = 'made'


create()
print(fresh)  # expect: made

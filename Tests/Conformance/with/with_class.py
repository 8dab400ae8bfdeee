# Enter and exit.
class Door:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print('open', self.name)
        return self.name.upper()

    def __exit__(self, kind, error, traceback):
        print('close', self.name, kind is None, error)


with Door('a') as a:
    print('inside', a)
# expect: open a
# expect: inside A
# expect: close a True None
with Door('b'):
    print('inside')
# expect: open b
# expect: inside
# expect: close b True None
with Door('c') as c, Door('d') as d:
    print('inside', c, d)
# expect: open c
# expect: open d
# expect: inside C D
# expect: close d True None
# expect: close c True None
try:
    with Door('e'):
        raise ValueError('oops')
except ValueError as error:
    print('caught', error)
# expect: open e
# expect: close e False oops
# expect: caught oops


def early():
    with Door('f'):
        return 'returned'


print(early())
# expect: open f
# expect: close f True None
# expect: returned
for i in range(2):
    with Door('g'):
        break
# expect: open g
# expect: close g True None

# A generator as a context manager.
from contextlib import contextmanager


@contextmanager
def room(name):
    print('enter', name)
    try:
        yield name * 2
    finally:
        print('leave', name)


with room('a') as double:
    print('inside', double)
# expect: enter a
# expect: inside aa
# expect: leave a
try:
    with room('b'):
        raise ValueError('oops')
except ValueError as error:
    print('caught', error)
# expect: enter b
# expect: leave b
# expect: caught oops

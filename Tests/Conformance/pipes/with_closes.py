# `with` closes an end, also on an error.
from multiprocessing import Pipe

a, b = Pipe()
with a as same:
    print(same is a, a.closed)
    a.send('x')
print(a.closed, b.recv())
c, d = Pipe()
try:
    with c:
        raise KeyError('inside')
except KeyError as error:
    print(error, c.closed, d.closed)
# expect: True False
# expect: True x
# expect: 'inside' True False

# How the ends show themselves.
from multiprocessing import Pipe
from multiprocessing.connection import Connection

a, b = Pipe()
print(repr(a).split(' at ')[0], isinstance(a, Connection), a == b, a == a)
print(a.readable, a.writable, b.readable, b.writable)
print(a.fileno() != b.fileno(), isinstance(a.fileno(), int))
# expect: <multiprocessing.connection.Connection object True False True
# expect: True True True True
# expect: True True

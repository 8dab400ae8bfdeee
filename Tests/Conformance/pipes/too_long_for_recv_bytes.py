# A message longer than allowed: the end can no longer be read.
from multiprocessing import Pipe

a, b = Pipe()
a.send_bytes(b'12345')
try:
    b.recv_bytes(4)
except OSError as error:
    print(error)
print(b.closed, b.readable, b.writable)
b.send('still')
print(a.recv())
reader, writer = Pipe(False)
writer.send_bytes(b'12345')
try:
    reader.recv_bytes(maxlength=2)
except OSError as error:
    print(error)
print(reader.closed)
# expect: bad message length
# expect: False False True
# expect: still
# expect: bad message length
# expect: True

# send_bytes and recv_bytes.
from multiprocessing import Pipe

a, b = Pipe()
a.send_bytes(b'hello')
print(b.recv_bytes())
a.send_bytes(b'hello', 1, 3)
print(b.recv_bytes())
a.send_bytes(b'')
print(b.recv_bytes())
a.send_bytes(b'12345')
try:
    b.recv_bytes(2)
except OSError as error:
    print(error)
# expect: b'hello'
# expect: b'ell'
# expect: b''
# expect: bad message length

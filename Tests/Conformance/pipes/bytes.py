# send_bytes and recv_bytes.
from multiprocessing import Pipe

a, b = Pipe()
a.send_bytes(b'hello')
print(b.recv_bytes())
a.send_bytes(b'hello', 1, 3)
print(b.recv_bytes())
a.send_bytes(b'')
print(b.recv_bytes())
buffer = bytearray(8)
a.send_bytes(b'abc')
print(b.recv_bytes_into(buffer), buffer)
a.send_bytes(b'12345')
try:
    b.recv_bytes(2)
except OSError as error:
    print(error)
# expect: b'hello'
# expect: b'ell'
# expect: b''
# expect: 3 bytearray(b'abc\x00\x00\x00\x00\x00')
# expect: bad message length

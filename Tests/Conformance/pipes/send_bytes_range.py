# send_bytes checks which part it is asked for.
from multiprocessing import Pipe

a, b = Pipe()
for args in [(-1,), (6,), (0, -1), (2, 4)]:
    try:
        a.send_bytes(b'hello', *args)
    except ValueError as error:
        print(args, error)
a.send_bytes(b'hello', 5)
a.send_bytes(b'hello', 2)
print(b.recv_bytes(), b.recv_bytes())
try:
    b.recv_bytes(-1)
except ValueError as error:
    print(error)
# expect: (-1,) offset is negative
# expect: (6,) buffer length < offset
# expect: (0, -1) size is negative
# expect: (2, 4) buffer length < offset + size
# expect: b'' b'llo'
# expect: negative maxlength

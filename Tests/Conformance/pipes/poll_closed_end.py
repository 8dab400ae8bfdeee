# poll on one's own closed end.
from multiprocessing import Pipe

a, b = Pipe()
b.close()
for ask in [b.poll, b.recv_bytes, b.fileno]:
    try:
        ask()
    except OSError as error:
        print(error)
try:
    b.send_bytes(b'x')
except OSError as error:
    print(error)
# expect: handle is closed
# expect: handle is closed
# expect: handle is closed
# expect: handle is closed

# One's own end closed.
from multiprocessing import Pipe

a, b = Pipe()
a.close()
print(a.closed, b.closed)
try:
    a.send(1)
except OSError as error:
    print(error)
a.close()
a.recv()
# expect: True False
# expect: handle is closed
# expect error: OSError: handle is closed

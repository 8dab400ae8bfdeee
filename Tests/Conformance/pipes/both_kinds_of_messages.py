# Objects and bytes through one pipe, in order.
from multiprocessing import Pipe

a, b = Pipe()
a.send('object')
a.send_bytes(b'bytes')
a.send({'n': 1})
print(b.recv(), b.recv_bytes(), b.recv())
# expect: object b'bytes' {'n': 1}

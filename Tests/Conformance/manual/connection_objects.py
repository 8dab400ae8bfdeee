# Connection objects: objects, bytes, and whether something is there.
from multiprocessing import Pipe

a, b = Pipe()
a.send([1, 'hello', None])
print(b.recv())
b.send_bytes(b'thank you')
print(a.poll(1), a.recv_bytes())
print(a.poll(), b.poll(0.01))
# expect: [1, 'hello', None]
# expect: True b'thank you'
# expect: False False

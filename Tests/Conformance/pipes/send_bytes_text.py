# Text is not bytes.
from multiprocessing import Pipe

a, b = Pipe()
a.send_bytes('hello'.encode())
print(b.recv_bytes().decode(), b.poll())
a.send_bytes('hello')
# expect: hello False
# expect error: TypeError: memoryview: a bytes-like object is required, not 'str'

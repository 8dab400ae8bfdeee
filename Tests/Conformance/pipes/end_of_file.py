# When the other end is closed, recv says so.
from multiprocessing import Pipe

a, b = Pipe()
b.send('last')
b.close()
print(a.poll(), a.recv())
print(a.poll())
a.recv()
# expect: True last
# expect: True
# expect error: EOFError

# send pickles at once, so the error comes at once.
from multiprocessing import Lock, Pipe

a, b = Pipe()
try:
    a.send(Lock())
except RuntimeError as error:
    print(error)
print(b.poll())
# expect: Lock objects should only be shared between processes through inheritance
# expect: False

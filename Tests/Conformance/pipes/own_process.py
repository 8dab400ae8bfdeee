# A pipe within one process, messages in order, each a copy.
from multiprocessing import Pipe

a, b = Pipe()
item = [1]
a.send(item)
item.append(2)
a.send(item)
print(b.recv(), b.recv())
b.send('back')
print(a.recv(), type(a).__name__, a.fileno() > 2)
# expect: [1] [1, 2]
# expect: back Connection True

# poll asks without taking.
from multiprocessing import Pipe

a, b = Pipe()
print(a.poll(), a.poll(0.05))
b.send('x')
print(a.poll(), a.poll(timeout=1), a.poll(None), a.recv(), a.poll(0))
# expect: False False
# expect: True True True x False

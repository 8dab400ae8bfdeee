# A name is text.
from multiprocessing import Process

p = Process()
p.name = 'worker'
print(p.name)
p.name = 5
# expect: worker
# expect error: AssertionError: name must be a string

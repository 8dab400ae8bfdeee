# A process without a target does nothing.
from multiprocessing import Process

p = Process()
p.start()
p.join()
print(p.exitcode, p.name)
# expect: 0 Process-1

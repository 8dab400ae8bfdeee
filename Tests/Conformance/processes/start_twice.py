# A process starts once.
from multiprocessing import Process

p = Process(target=print, args=('once',))
p.start()
p.join()
p.start()
# expect: once
# expect error: AssertionError: cannot start a process twice

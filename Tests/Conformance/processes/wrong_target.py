# A target that is no function fails in the child.
from multiprocessing import Process

p = Process(target=5)
p.start()
p.join()
print(p.exitcode)
# expect stderr: Process Process-1:
# expect stderr: TypeError: 'int' object is not callable
# expect: 1

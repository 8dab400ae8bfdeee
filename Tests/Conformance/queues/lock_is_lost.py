# A lock cannot travel through a queue.
from multiprocessing import Lock, Queue

q = Queue()
q.put(Lock())
q.put(1)
print(q.get())
# expect stderr: RuntimeError: Lock objects should only be shared between processes through inheritance
# expect: 1

# Nor can a queue.
from multiprocessing import Queue

q = Queue()
q.put(Queue())
q.put('next')
print(q.get())
# expect stderr: RuntimeError: Queue objects should only be shared between processes through inheritance
# expect: next

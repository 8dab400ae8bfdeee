# What is made of locks cannot travel either.
from multiprocessing import Condition, Event, Queue, RLock, Semaphore, Value

q = Queue()
for thing in [RLock(), Semaphore(2), Condition(), Event(), Value('i', 0)]:
    q.put(thing)
q.put('all lost')
print(q.get())
# expect stderr: RuntimeError: RLock objects should only be shared between processes through inheritance
# expect stderr: RuntimeError: Semaphore objects should only be shared between processes through inheritance
# expect stderr: RuntimeError: Condition objects should only be shared between processes through inheritance
# expect stderr: RuntimeError: Condition objects should only be shared between processes through inheritance
# expect stderr: RuntimeError: Synchronized objects should only be shared between processes through inheritance
# expect: all lost

# A put that waits so long and no longer.
from multiprocessing import Queue
from queue import Full

q = Queue(1)
q.put(1)
try:
    q.put(2, timeout=0.1)
except Full:
    print('full')
print(q.get())
q.put(2, timeout=0.1)
print(q.get())
# expect: full
# expect: 1
# expect: 2

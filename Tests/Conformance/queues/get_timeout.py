# A get that waits so long and no longer.
import time
from multiprocessing import Queue
from queue import Empty

q = Queue()
start = time.time()
try:
    q.get(timeout=0.2)
except Empty:
    print('empty', 0.19 < time.time() - start < 2)
try:
    q.get(True, 0.05)
except Empty:
    print('empty')
q.put('x')
print(q.get(timeout=5))
# expect: empty True
# expect: empty
# expect: x

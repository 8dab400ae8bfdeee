# A time below nought is no time at all.
from multiprocessing import Queue
from queue import Empty, Full

q = Queue(1)
try:
    q.get(timeout=-1)
except Empty:
    print('empty')
q.put(1, timeout=-1)
try:
    q.put(2, timeout=-0.5)
except Full:
    print('full')
print(q.get(timeout=5))
# expect: empty
# expect: full
# expect: 1

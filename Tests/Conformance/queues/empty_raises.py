# An empty queue, not waiting.
from multiprocessing import Queue

q = Queue()
print(q.empty(), q.qsize(), q.full())
q.get(block=False)
# expect: True 0 False
# expect error: _queue.Empty

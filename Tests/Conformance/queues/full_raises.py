# A full queue, not waiting.
from multiprocessing import Queue

q = Queue(2)
q.put(1)
q.put(2)
print(q.full(), q.qsize())
q.put(3, block=False)
# expect: True 2
# expect error: queue.Full

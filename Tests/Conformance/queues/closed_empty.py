# A closed queue that was never used can still be asked.
from multiprocessing import Queue

q = Queue()
q.close()
print(q.qsize(), q.full(), q.empty())
# expect: 0 False True

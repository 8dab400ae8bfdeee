# full, qsize and empty while a bounded queue fills and empties.
from multiprocessing import Queue

q = Queue(2)
print(q.full(), q.qsize())
q.put('a')
print(q.full(), q.qsize())
q.put('b')
print(q.full(), q.qsize())
print(q.get(), q.full(), q.qsize())
print(q.get(), q.full(), q.qsize(), q.empty())
# expect: False 0
# expect: False 1
# expect: True 2
# expect: a False 1
# expect: b False 0 True

# A joinable queue can be bounded, and is a queue in all else.
from multiprocessing import JoinableQueue
from queue import Empty, Full

q = JoinableQueue(2)
q.put('a')
q.put('b')
print(q.full(), q.qsize())
try:
    q.put('c', timeout=0.02)
except Full:
    print('full')
print(q.get(), q.get(timeout=5))
try:
    q.get_nowait()
except Empty:
    print('empty')
q.task_done()
q.task_done()
q.join()
print('joined')
# expect: True 2
# expect: full
# expect: a b
# expect: empty
# expect: joined

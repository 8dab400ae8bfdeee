# block and timeout by position.
from multiprocessing import Queue
from queue import Empty, Full

q = Queue(1)
q.put('a', True, 0.1)
for args in [('b', False), ('b', True, 0.02), ('b', False, 5)]:
    try:
        q.put(*args)
    except Full:
        print('full')
print(q.get(True, 5))
for args in [(False,), (True, 0.02), (False, 5)]:
    try:
        q.get(*args)
    except Empty:
        print('empty')
# expect: full
# expect: full
# expect: full
# expect: a
# expect: empty
# expect: empty
# expect: empty

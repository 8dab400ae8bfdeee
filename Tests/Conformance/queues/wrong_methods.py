# A plain queue knows no join and no task_done.
from multiprocessing import Queue, SimpleQueue

q, s = Queue(), SimpleQueue()
for ask in [lambda: q.task_done(), lambda: q.join(), lambda: q.peek(), lambda: s.qsize(),
            lambda: s.get_nowait(), lambda: s.join()]:
    try:
        ask()
    except AttributeError as error:
        print(error)
try:
    len(q)
except TypeError as error:
    print(error)
try:
    s.get(timeout=1)
except TypeError as error:
    print(error)
# expect: 'Queue' object has no attribute 'task_done'
# expect: 'Queue' object has no attribute 'join'
# expect: 'Queue' object has no attribute 'peek'
# expect: 'SimpleQueue' object has no attribute 'qsize'
# expect: 'SimpleQueue' object has no attribute 'get_nowait'
# expect: 'SimpleQueue' object has no attribute 'join'
# expect: object of type 'Queue' has no len()
# expect: SimpleQueue.get() got an unexpected keyword argument 'timeout'

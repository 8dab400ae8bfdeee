# Two items, one task_done.
# expect stuck
from multiprocessing import JoinableQueue

q = JoinableQueue()
q.put('a')
q.put('b')
print(q.get(), q.get())
q.task_done()
q.join()
# expect: a b

# task_done without a task.
from multiprocessing import JoinableQueue

q = JoinableQueue()
q.put(1)
q.get()
q.task_done()
q.join()
print('joined')
q.task_done()
# expect: joined
# expect error: ValueError: task_done() called too many times

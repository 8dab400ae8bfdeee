# task_done counts puts, not gets.
from multiprocessing import JoinableQueue

q = JoinableQueue()
q.put(1)
q.put(2)
q.task_done()
q.task_done()
q.join()
print('joined', q.get(), q.get())
try:
    q.task_done()
except ValueError as error:
    print(error)
# expect: joined 1 2
# expect: task_done() called too many times

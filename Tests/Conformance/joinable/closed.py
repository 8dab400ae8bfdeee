# A closed joinable queue.
from multiprocessing import JoinableQueue

q = JoinableQueue()
q.put(1)
print(q.get())
q.close()
try:
    q.put(2)
except ValueError as error:
    print(str(error).split(' at ')[0], str(error).endswith('is closed'))
q.task_done()
q.join()
q.join_thread()
print('joined')
# expect: 1
# expect: Queue <multiprocessing.queues.JoinableQueue object True
# expect: joined

# join_thread before close.
from multiprocessing import Queue

q = Queue()
try:
    q.join_thread()
except AssertionError as error:
    print(str(error).split(' at ')[0], str(error).endswith('> not closed'))
q.close()
q.close()
print(q.join_thread(), q.join_thread())
# expect: Queue <multiprocessing.queues.Queue object True
# expect: None None

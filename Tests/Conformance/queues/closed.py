# A closed queue.
from multiprocessing import Queue

q = Queue()
q.close()
try:
    q.get()
except ValueError as error:
    print(str(error).split(' at ')[0])
try:
    q.put(1)
except ValueError as error:
    print(str(error).split(' at ')[0], str(error).endswith('> is closed'))
q.join_thread()
# expect: Queue <multiprocessing.queues.Queue object
# expect: Queue <multiprocessing.queues.Queue object True

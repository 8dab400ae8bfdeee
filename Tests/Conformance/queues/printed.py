# How a queue shows itself.
from multiprocessing import JoinableQueue, Queue, SimpleQueue

for q in [Queue(), JoinableQueue(), SimpleQueue()]:
    print(repr(q).split(' at ')[0])
# expect: <multiprocessing.queues.Queue object
# expect: <multiprocessing.queues.JoinableQueue object
# expect: <multiprocessing.queues.SimpleQueue object

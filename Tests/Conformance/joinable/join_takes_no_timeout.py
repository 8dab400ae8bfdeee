# join has no timeout.
from multiprocessing import JoinableQueue

q = JoinableQueue()
q.join(timeout=1)
# expect error: TypeError: JoinableQueue.join() got an unexpected keyword argument 'timeout'

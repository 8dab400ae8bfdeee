# Nothing to wait for.
from multiprocessing import JoinableQueue

q = JoinableQueue()
print(q.join())
# expect: None

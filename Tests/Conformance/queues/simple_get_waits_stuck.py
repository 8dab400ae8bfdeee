# SimpleQueue's get has no timeout.
# expect stuck
from multiprocessing import SimpleQueue

q = SimpleQueue()
print(q.empty())
q.get()
# expect: True

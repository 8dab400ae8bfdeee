# A closed SimpleQueue.
from multiprocessing import SimpleQueue

q = SimpleQueue()
q.close()
try:
    q.put(1)
except OSError as error:
    print(error)
try:
    q.empty()
except OSError as error:
    print(error)
q.get()
# expect: handle is closed
# expect: handle is closed
# expect error: OSError: handle is closed

# get_nowait and put_nowait.
from multiprocessing import Queue
from queue import Empty, Full

q = Queue(1)
try:
    q.get_nowait()
except Empty as error:
    print(repr(error))
q.put_nowait('a')
try:
    q.put_nowait('b')
except Full as error:
    print(repr(error))
print(q.get())
# expect: Empty()
# expect: Full()
# expect: a

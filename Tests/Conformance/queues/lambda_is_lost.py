# What cannot be pickled is lost; the feeder says so.
from multiprocessing import Queue

q = Queue()
q.put(lambda: 1)
q.put('next')
print(q.get())
# expect stderr: Traceback (most recent call last):
# expect stderr: _pickle.PicklingError: Can't pickle <function <lambda> at 0x…: attribute lookup <lambda> on __main__ failed
# expect: next

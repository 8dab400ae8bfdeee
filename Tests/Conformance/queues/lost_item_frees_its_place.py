# An item that cannot be pickled gives its place in a bounded queue back.
from multiprocessing import Queue

q = Queue(1)
q.put(lambda: 1)
q.put('second', timeout=10)
print(q.get())
# expect stderr: _pickle.PicklingError: Can't pickle <function <lambda> at 0x…: attribute lookup <lambda> on __main__ failed
# expect: second

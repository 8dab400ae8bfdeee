# A generator cannot be pickled; the feeder says so and goes on.
from multiprocessing import Queue

q = Queue()
q.put(n for n in range(3))
q.put([n for n in range(3)])
print(q.get())
# expect stderr: Traceback (most recent call last):
# expect stderr: TypeError: cannot pickle 'generator' object
# expect: [0, 1, 2]

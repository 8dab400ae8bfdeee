# What comes out is a copy.
from multiprocessing import Queue

q = Queue()
item = [1]
q.put(item)
got = q.get()
got.append(2)
print(item, got)
# expect: [1] [1, 2]

# The feeder may pickle the item only after it has been changed.
# chance
# observe: lines
# expect outcomes: {['[1]'], ['[1, 2]']}
from multiprocessing import Queue

q = Queue()
item = [1]
q.put(item)
item.append(2)
print(q.get())

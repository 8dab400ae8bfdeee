# SimpleQueue has no feeder: what was put is there.
# observe: lines
# expect outcomes: {['False 1 True']}
from multiprocessing import SimpleQueue

q = SimpleQueue()
q.put(1)
print(q.empty(), q.get(), q.empty())
# expect: False 1 True

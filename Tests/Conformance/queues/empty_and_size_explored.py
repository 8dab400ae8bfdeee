# empty and qsize can disagree.
# chance
# observe: lines
# expect outcomes: {['True 1'], ['False 1']}
from multiprocessing import Queue

q = Queue()
q.put(1)
print(q.empty(), q.qsize())
q.get()

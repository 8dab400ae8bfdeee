# Right after a put the item may not have arrived yet.
# chance
# observe: lines
# expect outcomes: {['1'], ['empty']}
from multiprocessing import Queue
from queue import Empty

q = Queue()
q.put(1)
try:
    print(q.get(block=False))
except Empty:
    print('empty')

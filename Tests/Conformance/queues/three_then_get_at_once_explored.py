# Three puts, then gets that do not wait.
# chance
# observe: printed('got')
# expect outcomes: {0, 1, 2, 3}
from multiprocessing import Queue
from queue import Empty

q = Queue(3)
for n in range(3):
    q.put(n, block=False)
try:
    while True:
        print('got', q.get(block=False))
except Empty:
    print('empty')

# SimpleQueue's put waits itself while the pipe is full.
# expect stuck
from multiprocessing import SimpleQueue

q = SimpleQueue()
print('putting')
q.put('x' * 1_000_000)
print('never')
# expect: putting

# A barrier that is waited for too long breaks.
from multiprocessing import Barrier
from threading import BrokenBarrierError

barrier = Barrier(2, timeout=0.1)
try:
    barrier.wait()
except BrokenBarrierError as error:
    print(repr(error), barrier.broken)
barrier.reset()
print(barrier.broken)
barrier.abort()
print(barrier.broken)
# expect: BrokenBarrierError() True
# expect: False
# expect: True

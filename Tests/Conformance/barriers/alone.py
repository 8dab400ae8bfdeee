# A barrier for one lets each through at once.
from multiprocessing import Barrier

barrier = Barrier(1)
print(barrier.wait(), barrier.wait(), barrier.wait(timeout=1))
print(barrier.parties, barrier.n_waiting, barrier.broken)
# expect: 0 0 0
# expect: 1 0 False

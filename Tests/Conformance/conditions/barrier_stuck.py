# One too few for the barrier.
# expect stuck
from multiprocessing import Barrier

barrier = Barrier(2)
print('alone')
barrier.wait()
# expect: alone

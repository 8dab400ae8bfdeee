# An action that raises breaks the barrier: its caller gets the error, the others a broken barrier.
from multiprocessing import Barrier
from threading import BrokenBarrierError


def fail():
    raise ValueError('no')


barrier = Barrier(1, fail)
try:
    barrier.wait()
except ValueError as error:
    print(error, barrier.broken)
try:
    barrier.wait()
except BrokenBarrierError:
    print('broken')
# expect: no True
# expect: broken

# A wait that takes too long breaks the barrier for all.
from multiprocessing import Barrier
from threading import BrokenBarrierError

barrier = Barrier(2)
for _ in range(2):
    try:
        barrier.wait(0.05)
    except BrokenBarrierError as error:
        print(type(error).__name__, error.args, barrier.broken, barrier.n_waiting)
print(issubclass(BrokenBarrierError, RuntimeError))
barrier.wait()
# expect: BrokenBarrierError () True 0
# expect: BrokenBarrierError () True 0
# expect: True
# expect error: threading.BrokenBarrierError

# A semaphore counts.
from multiprocessing import Semaphore

s = Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(block=False), s.acquire(timeout=0.05))
s.release()
s.release()
s.release()
print([s.acquire(block=False) for _ in range(4)])
with Semaphore() as got:
    print(got)
print(Semaphore(3).get_value())
# expect: True True False False
# expect: [True, True, True, False]
# expect: True
# expect: 3

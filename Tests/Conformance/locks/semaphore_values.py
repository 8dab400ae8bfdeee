# The value of a semaphore.
from multiprocessing import BoundedSemaphore, Semaphore

s = Semaphore(2)
print(s.get_value(), s.acquire(), s.get_value(), s.acquire(), s.get_value(), s.acquire(False))
for _ in range(4):
    s.release()
print(s.get_value(), Semaphore().get_value(), Semaphore(0).acquire(False))
b = BoundedSemaphore(2)
b.acquire()
b.release()
print(b.get_value())
try:
    b.release()
except ValueError as error:
    print(error, b.get_value())
print(Semaphore(value=3).get_value())
Semaphore('3')
# expect: 2 True 1 True 0 False
# expect: 4 1 False
# expect: 2
# expect: semaphore or lock released too many times 2
# expect: 3
# expect error: TypeError: 'str' object cannot be interpreted as an integer

# A bounded semaphore cannot be released above its start.
from multiprocessing import BoundedSemaphore

s = BoundedSemaphore(2)
s.acquire()
s.release()
print(s.get_value())
s.release()
# expect: 2
# expect error: ValueError: semaphore or lock released too many times

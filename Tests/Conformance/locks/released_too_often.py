# A free lock cannot be released.
from multiprocessing import Lock

lock = Lock()
lock.acquire()
lock.release()
lock.release()
# expect error: ValueError: semaphore or lock released too many times

# A semaphore cannot start below zero.
from multiprocessing import Semaphore

Semaphore(-1)
# expect error: OSError: [Errno 22] Invalid argument

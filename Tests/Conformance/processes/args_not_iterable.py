# args must be a row of arguments.
from multiprocessing import Process

p = Process(target=print, args=5)
# expect error: TypeError: 'int' object is not iterable

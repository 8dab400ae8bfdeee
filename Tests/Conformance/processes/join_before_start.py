# join needs start.
from multiprocessing import Process

p = Process(target=print)
p.join()
# expect error: AssertionError: can only join a started process

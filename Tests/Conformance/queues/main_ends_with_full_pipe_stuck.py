# Main does not end before its feeder has passed on everything.
# expect stuck
from multiprocessing import Queue

q = Queue()
q.put('x' * 1_000_000)
print('main is done')
# expect: main is done

# Two queues of one producer: each has a feeder of its own, so the later item may come first.
# chance
# observe: lines
# expect outcomes: {['first there', 'second there'], ['second there'], ['first there'], []}
from multiprocessing import Queue

first, second = Queue(), Queue()
first.put(1)
second.put(2)
if not first.empty():
    print('first there')
if not second.empty():
    print('second there')
first.get()
second.get()

# cancel_join_thread: main ends and the item is lost.
from multiprocessing import Queue

q = Queue()
q.put('x' * 1_000_000)
q.cancel_join_thread()
print('main is done')
# expect: main is done

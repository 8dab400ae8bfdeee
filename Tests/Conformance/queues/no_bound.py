# Without a bound, and with a bound of nought or less, nothing is ever full.
from multiprocessing import Queue

for q in [Queue(), Queue(0), Queue(-1), Queue(maxsize=0)]:
    for n in range(10):
        q.put(n, block=False)
    print(q.full(), q.qsize(), [q.get() for _ in range(10)] == list(range(10)), q.qsize())
# expect: False 10 True 0
# expect: False 10 True 0
# expect: False 10 True 0
# expect: False 10 True 0

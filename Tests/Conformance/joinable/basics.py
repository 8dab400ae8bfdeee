# JoinableQueue: join waits until all work is done.
import time
from multiprocessing import JoinableQueue, Process


def eat(q):
    while True:
        item = q.get()
        time.sleep(0.05)
        print('ate', item)
        q.task_done()


if __name__ == '__main__':
    q = JoinableQueue()
    c = Process(target=eat, args=(q,), daemon=True)
    c.start()
    for n in range(3):
        q.put(n)
    q.join()
    print('all eaten')
# expect: ate 0
# expect: ate 1
# expect: ate 2
# expect: all eaten

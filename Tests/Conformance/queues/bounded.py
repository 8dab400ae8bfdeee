# A bounded queue holds its producer up.
import time
from multiprocessing import Process, Queue


def cook(q):
    for n in range(4):
        q.put(n)


if __name__ == '__main__':
    q = Queue(2)
    p = Process(target=cook, args=(q,))
    p.start()
    time.sleep(0.3)
    print('full', q.full())
    print([q.get() for _ in range(4)])
    p.join()
# expect: full True
# expect: [0, 1, 2, 3]

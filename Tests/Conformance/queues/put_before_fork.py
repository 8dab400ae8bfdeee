# What the parent put before the fork arrives once, not once for each process.
from multiprocessing import Process, Queue


def cook(q):
    q.put('child')


if __name__ == '__main__':
    q = Queue()
    q.put('parent')
    p = Process(target=cook, args=(q,))
    p.start()
    p.join()
    print(sorted([q.get(), q.get()]), q.qsize())
# expect: ['child', 'parent'] 0

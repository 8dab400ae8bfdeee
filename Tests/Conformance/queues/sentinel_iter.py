# The same with iter.
from multiprocessing import Process, Queue


def eat(q):
    for item in iter(q.get, None):
        print('ate', item)


if __name__ == '__main__':
    q = Queue()
    c = Process(target=eat, args=(q,))
    c.start()
    for n in range(3):
        q.put(n)
    q.put(None)
    c.join()
# expect: ate 0
# expect: ate 1
# expect: ate 2

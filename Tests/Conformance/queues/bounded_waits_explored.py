# With one place the second put waits until the first item has been taken.
# observe: before('take', 'second is in')
# expect outcomes: {True}
from multiprocessing import Process, Queue


def cook(q):
    q.put(1)
    q.put(2)
    print('second is in')


if __name__ == '__main__':
    q = Queue(1)
    p = Process(target=cook, args=(q,))
    p.start()
    print('take')
    q.get()
    q.get()
    p.join()
# expect: take
# expect: second is in

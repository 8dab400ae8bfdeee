# None tells the consumer that no more will come.
from multiprocessing import Process, Queue


def eat(q):
    while True:
        item = q.get()
        if item is None:
            break
        print('ate', item)
    print('full')


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
# expect: full

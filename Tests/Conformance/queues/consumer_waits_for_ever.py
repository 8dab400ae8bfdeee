# A consumer that nobody tells to stop.
# expect stuck
from multiprocessing import Process, Queue


def eat(q):
    while True:
        print('ate', q.get())


if __name__ == '__main__':
    q = Queue()
    c = Process(target=eat, args=(q,))
    c.start()
    for n in range(2):
        q.put(n)
    c.join()
    print('never')
# expect: ate 0
# expect: ate 1

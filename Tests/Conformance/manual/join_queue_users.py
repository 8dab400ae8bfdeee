# Guidelines: who puts into a queue must be joined after the queue was emptied.
from multiprocessing import Process, Queue


def work(q):
    q.put('X' * 300_000)


if __name__ == '__main__':
    q = Queue()
    p = Process(target=work, args=(q,))
    p.start()
    text = q.get()
    p.join()
    print(len(text), p.exitcode)
# expect: 300000 0

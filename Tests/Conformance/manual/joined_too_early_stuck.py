# Guidelines: joined before it is emptied, both wait for ever.
# expect stuck
from multiprocessing import Process, Queue


def work(q):
    q.put('X' * 300_000)


if __name__ == '__main__':
    q = Queue()
    p = Process(target=work, args=(q,))
    p.start()
    p.join()
    text = q.get()

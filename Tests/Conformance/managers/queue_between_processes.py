# A managed queue holds nobody up: the producer may end long before anybody gets.
from multiprocessing import Manager, Process


def cook(q):
    q.put('x' * 1_000_000)


if __name__ == '__main__':
    with Manager() as manager:
        q = manager.Queue()
        p = Process(target=cook, args=(q,))
        p.start()
        p.join()
        print(p.exitcode, q.qsize(), len(q.get()))
# expect: 0 1 1000000

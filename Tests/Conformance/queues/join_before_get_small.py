# A small item does not hold the child up.
from multiprocessing import Process, Queue


def cook(q):
    q.put('x' * 100)


if __name__ == '__main__':
    q = Queue()
    p = Process(target=cook, args=(q,))
    p.start()
    p.join()
    print(len(q.get()), p.exitcode)
# expect: 100 0

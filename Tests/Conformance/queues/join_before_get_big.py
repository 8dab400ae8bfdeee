# A child whose item does not fit the pipe cannot end before somebody gets it.
from multiprocessing import Process, Queue


def cook(q):
    q.put('x' * 1_000_000)


if __name__ == '__main__':
    q = Queue()
    p = Process(target=cook, args=(q,))
    p.start()
    p.join(1)
    print('alive', p.is_alive())
    print(len(q.get()))
    p.join()
    print(p.exitcode)
# expect: alive True
# expect: 1000000
# expect: 0

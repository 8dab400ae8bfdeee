# The same without a timeout: both wait for ever.
# expect stuck
from multiprocessing import Process, Queue


def cook(q):
    q.put('x' * 1_000_000)
    print('put returns')


if __name__ == '__main__':
    q = Queue()
    p = Process(target=cook, args=(q,))
    p.start()
    p.join()
    print('never')
# expect: put returns

# A process that ends in the ordinary way passes on all that it has put.
# observe: lines
# expect outcomes: {['bun 0']}
import sys
from multiprocessing import Process, Queue


def cook(q):
    q.put('bun')
    sys.exit(0)


if __name__ == '__main__':
    q = Queue()
    p = Process(target=cook, args=(q,))
    p.start()
    p.join()
    print(q.get(), p.exitcode)
# expect: bun 0

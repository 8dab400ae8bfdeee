# So does one that dies of an exception.
# observe: lines
# expect outcomes: {['bun 1']}
from multiprocessing import Process, Queue


def cook(q):
    q.put('bun')
    raise ValueError('burnt')


if __name__ == '__main__':
    q = Queue()
    p = Process(target=cook, args=(q,))
    p.start()
    p.join()
    print(q.get(), p.exitcode)
# expect: bun 1
# expect stderr: ValueError: burnt

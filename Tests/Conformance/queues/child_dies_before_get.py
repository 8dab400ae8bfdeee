# Items that arrived stay, whatever becomes of their producer.
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
# expect stderr: ValueError: burnt
# expect: bun 1

# Unlike a Queue, a managed queue may be sent through a queue.
from multiprocessing import Manager, Process, Queue


def child(q):
    q.get().put('through both')


if __name__ == '__main__':
    with Manager() as manager:
        inner, outer = manager.Queue(), Queue()
        p = Process(target=child, args=(outer,))
        p.start()
        outer.put(inner)
        print(inner.get())
        p.join()
# expect: through both

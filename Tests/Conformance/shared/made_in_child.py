# A Value that a child makes is the child's own.
from multiprocessing import Process, Queue, Value


def child(q):
    v = Value('i', 5)
    v.value += 1
    q.put(v.value)


if __name__ == '__main__':
    q = Queue()
    p = Process(target=child, args=(q,))
    p.start()
    print(q.get())
    p.join()
# expect: 6

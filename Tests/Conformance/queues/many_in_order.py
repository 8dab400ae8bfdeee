# Three hundred items through a queue of seven places, in order.
from multiprocessing import Process, Queue


def cook(q):
    for n in range(300):
        q.put(n)
    q.put(None)


if __name__ == '__main__':
    q = Queue(7)
    p = Process(target=cook, args=(q,))
    p.start()
    got = list(iter(q.get, None))
    p.join()
    print(got == list(range(300)))
# expect: True

# Two puts that do not wait, one place, nobody eats: exactly one is turned away.
# observe: (printed('full'), stuck)
# expect outcomes: {(1, False)}
from multiprocessing import Process, Queue
from queue import Full


def cook(q):
    try:
        q.put(1, block=False)
    except Full:
        print('full')


if __name__ == '__main__':
    q = Queue(1)
    ps = [Process(target=cook, args=(q,)) for _ in range(2)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
# expect: full

# A producer, a consumer, a sentinel: everything is eaten in order.
# observe: (lines, stuck)
# expect outcomes: {(['ate 0', 'ate 1', 'full'], False)}
from multiprocessing import Process, Queue


def produce(q):
    for n in range(2):
        q.put(n)
    q.put(None)


def consume(q):
    while (item := q.get()) is not None:
        print('ate', item)
    print('full')


if __name__ == '__main__':
    q = Queue()
    ps = [Process(target=f, args=(q,)) for f in (produce, consume)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
# expect: ate 0
# expect: ate 1
# expect: full

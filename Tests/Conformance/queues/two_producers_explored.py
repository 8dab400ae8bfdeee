# Each producer's items stay in order, two producers' mix.
# chance
# observe: lines
# expect outcomes: {['a1a2b1'], ['a1b1a2'], ['b1a1a2']}
from multiprocessing import Process, Queue


def cook(q, items):
    for item in items:
        q.put(item)


if __name__ == '__main__':
    q = Queue()
    ps = [Process(target=cook, args=(q, items)) for items in [['a1', 'a2'], ['b1']]]
    for p in ps:
        p.start()
    print(q.get() + q.get() + q.get())
    for p in ps:
        p.join()

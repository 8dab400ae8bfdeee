# Daemonic consumers, producers joined, then the queue joined: it ends after the last task_done.
from multiprocessing import JoinableQueue, Process, Queue


def cook(q, kind):
    for n in range(3):
        q.put(f'{kind}{n}')


def eat(q, eaten):
    while True:
        eaten.put(q.get())
        q.task_done()


if __name__ == '__main__':
    q, eaten = JoinableQueue(), Queue()
    producers = [Process(target=cook, args=(q, kind)) for kind in ['bun', 'soup']]
    consumers = [Process(target=eat, args=(q, eaten), daemon=True) for _ in range(2)]
    for p in consumers + producers:
        p.start()
    for p in producers:
        p.join()
    q.join()
    print(sorted(eaten.get() for _ in range(6)))
# expect: ['bun0', 'bun1', 'bun2', 'soup0', 'soup1', 'soup2']

# Producers joined, then the queue joined: every item is eaten.
# observe: (printed('ate'), stuck)
# expect outcomes: {(1, False)}
from multiprocessing import JoinableQueue, Process


def cook(q):
    q.put('bun')


def eat(q):
    while True:
        q.get()
        print('ate')
        q.task_done()


if __name__ == '__main__':
    q = JoinableQueue()
    p = Process(target=cook, args=(q,))
    p.start()
    Process(target=eat, args=(q,), daemon=True).start()
    p.join()
    q.join()
# expect: ate

# A join that comes before the put finds nothing to wait for.
# chance
# observe: printed('ate')
# expect outcomes: {0, 1}
from multiprocessing import JoinableQueue, Process


def cook(q):
    q.put('bun')


def eat(q):
    q.get()
    print('ate')
    q.task_done()


if __name__ == '__main__':
    q = JoinableQueue()
    Process(target=eat, args=(q,), daemon=True).start()
    p = Process(target=cook, args=(q,), daemon=True)
    p.start()
    q.join()

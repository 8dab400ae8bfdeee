# task_done before the work: join may return too early.
# chance
# observe: printed('ate')
# expect outcomes: {0, 1}
from multiprocessing import JoinableQueue, Process


def eat(q):
    while True:
        q.get()
        q.task_done()
        print('ate')


if __name__ == '__main__':
    q = JoinableQueue()
    Process(target=eat, args=(q,), daemon=True).start()
    q.put(1)
    q.join()

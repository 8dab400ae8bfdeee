# Whoever calls task_done, it counts.
from multiprocessing import JoinableQueue, Process


def done(q):
    q.task_done()


if __name__ == '__main__':
    q = JoinableQueue()
    q.put('bun')
    print(q.get())
    p = Process(target=done, args=(q,))
    p.start()
    q.join()
    p.join()
    print('joined')
# expect: bun
# expect: joined

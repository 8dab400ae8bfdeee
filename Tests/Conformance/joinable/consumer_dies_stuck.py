# The consumer dies before task_done; join does not hear of it.
# expect stuck
from multiprocessing import JoinableQueue, Process


def eat(q):
    q.get()
    raise ValueError('spoilt')


if __name__ == '__main__':
    q = JoinableQueue()
    p = Process(target=eat, args=(q,))
    p.start()
    q.put('bun')
    p.join()
    print(p.exitcode)
    q.join()
# expect: 1
# expect stderr: ValueError: spoilt

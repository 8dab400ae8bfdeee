# A managed joinable queue.
from multiprocessing import Manager, Process


def eat(q):
    for item in iter(q.get, None):
        print('ate', item)
        q.task_done()


if __name__ == '__main__':
    with Manager() as manager:
        q = manager.JoinableQueue()
        p = Process(target=eat, args=(q,))
        p.start()
        q.put('bun')
        q.put('soup')
        q.join()
        print('all eaten')
        q.put(None)
        p.join()
# expect: ate bun
# expect: ate soup
# expect: all eaten

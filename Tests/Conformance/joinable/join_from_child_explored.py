# Producers that join the queue themselves: none ends before its item is done.
# observe: before('done', 'producer ends')
# expect outcomes: {True}
from multiprocessing import JoinableQueue, Process


def cook(q):
    q.put('bun')
    q.join()
    print('producer ends')


if __name__ == '__main__':
    q = JoinableQueue()
    p = Process(target=cook, args=(q,))
    p.start()
    q.get()
    print('done')
    q.task_done()
    p.join()
# expect: done
# expect: producer ends

# A get waits for the item, however late it comes.
# observe: (lines, stuck)
# expect outcomes: {(['cooked', 'ate bun'], False)}
from multiprocessing import Process, Queue


def cook(q):
    print('cooked')
    q.put('bun')


if __name__ == '__main__':
    q = Queue()
    p = Process(target=cook, args=(q,))
    p.start()
    print('ate', q.get())
    p.join()
# expect: cooked
# expect: ate bun

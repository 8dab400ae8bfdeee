# A queue can be joined more than once, and used again in between.
from multiprocessing import JoinableQueue, Process


def eat(q):
    for _ in range(4):
        print('ate', q.get())
        q.task_done()


if __name__ == '__main__':
    q = JoinableQueue()
    p = Process(target=eat, args=(q,))
    p.start()
    q.put(1)
    q.put(2)
    q.join()
    print('first round')
    q.put(3)
    q.put(4)
    q.join()
    print('second round')
    q.join()
    p.join()
# expect: ate 1
# expect: ate 2
# expect: first round
# expect: ate 3
# expect: ate 4
# expect: second round

# join does not return before every item is done, whoever does it.
# observe: (printed('ate'), before('ate', 'done'))
# expect outcomes: {(2, True)}
from multiprocessing import JoinableQueue, Process


def eat(q):
    while True:
        q.get()
        print('ate')
        q.task_done()


if __name__ == '__main__':
    q = JoinableQueue()
    Process(target=eat, args=(q,), daemon=True).start()
    q.put(1)
    q.put(2)
    q.join()
    print('done')
# expect: ate
# expect: ate
# expect: done

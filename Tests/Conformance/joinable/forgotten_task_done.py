# Without task_done join waits for ever.
# expect stuck
from multiprocessing import JoinableQueue, Process


def eat(q):
    while True:
        print('ate', q.get())


if __name__ == '__main__':
    q = JoinableQueue()
    c = Process(target=eat, args=(q,), daemon=True)
    c.start()
    q.put(1)
    q.join()
    print('never')
# expect: ate 1

# A semaphore that starts at nought: one process tells another to go on.
from multiprocessing import Process, Semaphore


def child(ready, go):
    print('child ready')
    ready.release()
    go.acquire()
    print('child goes')


if __name__ == '__main__':
    ready, go = Semaphore(0), Semaphore(0)
    p = Process(target=child, args=(ready, go))
    p.start()
    ready.acquire()
    print('parent knows')
    go.release()
    p.join()
# expect: child ready
# expect: parent knows
# expect: child goes

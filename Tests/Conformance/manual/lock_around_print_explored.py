# Synchronization: a lock around two prints keeps them together.
# chance
# observe: lines
# expect outcomes: {['0 a', '0 b', '1 a', '1 b'], ['1 a', '1 b', '0 a', '0 b']}
from multiprocessing import Lock, Process


def show(lock, n):
    lock.acquire()
    try:
        print(n, 'a')
        print(n, 'b')
    finally:
        lock.release()


if __name__ == '__main__':
    lock = Lock()
    ps = [Process(target=show, args=(lock, n)) for n in range(2)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()

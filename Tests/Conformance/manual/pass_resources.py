# Guidelines: hand a lock to the child as an argument.
from multiprocessing import Lock, Process


def work(lock, n):
    with lock:
        print('has the lock', n >= 0)


if __name__ == '__main__':
    lock = Lock()
    ps = [Process(target=work, args=(lock, n)) for n in range(3)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
# expect: has the lock True
# expect: has the lock True
# expect: has the lock True

# With a lock around it nothing is lost.
# observe: lines
# expect outcomes: {['2']}
from multiprocessing import Lock, Manager, Process


def add(d, lock):
    with lock:
        d['n'] += 1


if __name__ == '__main__':
    lock = Lock()
    with Manager() as manager:
        d = manager.dict({'n': 0})
        ps = [Process(target=add, args=(d, lock)) for _ in range(2)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        print(d['n'])
# expect: 2

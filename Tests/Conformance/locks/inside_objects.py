# Locks in lists, dicts and instances are shared all the same.
from multiprocessing import Lock, Process


class Desk:
    def __init__(self):
        self.lock = Lock()


def child(locks, named, desk):
    print(locks[0].acquire(False), named['a'].acquire(False), desk.lock.acquire(False))


if __name__ == '__main__':
    locks, named, desk = [Lock()], {'a': Lock()}, Desk()
    locks[0].acquire()
    desk.lock.acquire()
    p = Process(target=child, args=(locks, named, desk))
    p.start()
    p.join()
    print(named['a'].acquire(False))
# expect: False True False
# expect: False

# Who only tries never waits: one gets it, or both, one after the other.
# chance
# observe: printed('in')
# expect outcomes: {1, 2}
from multiprocessing import Lock, Process


def enter(lock):
    if lock.acquire(block=False):
        print('in')
        lock.release()


if __name__ == '__main__':
    lock = Lock()
    ps = [Process(target=enter, args=(lock,)) for _ in range(2)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()

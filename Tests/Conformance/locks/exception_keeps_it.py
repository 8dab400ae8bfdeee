# An exception between acquire and release leaves the lock held.
# expect stuck
from multiprocessing import Lock, Process


def fail(lock):
    lock.acquire()
    raise ValueError('no money')


if __name__ == '__main__':
    lock = Lock()
    p = Process(target=fail, args=(lock,))
    p.start()
    p.join()
    print('main wants it')
    lock.acquire()
    print('never')
# expect stderr: ValueError: no money
# expect: main wants it

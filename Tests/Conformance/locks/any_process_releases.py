# A lock has no owner.
from multiprocessing import Lock, Process


def open_up(lock):
    lock.release()
    print('child released')


if __name__ == '__main__':
    lock = Lock()
    lock.acquire()
    p = Process(target=open_up, args=(lock,))
    p.start()
    p.join()
    print(lock.acquire(block=False))
# expect: child released
# expect: True

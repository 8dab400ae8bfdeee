# A recursive lock belongs to who took it.
from multiprocessing import Process, RLock


def attempt(lock):
    print(lock.acquire(block=False))
    try:
        lock.release()
    except AssertionError as error:
        print(error)


if __name__ == '__main__':
    lock = RLock()
    lock.acquire()
    p = Process(target=attempt, args=(lock,))
    p.start()
    p.join()
# expect: False
# expect: attempt to release recursive lock not owned by thread

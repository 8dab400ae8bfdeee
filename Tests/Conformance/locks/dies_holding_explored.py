# Whether the parent still gets the lock depends on when the child was terminated.
# chance
# observe: stuck
# expect outcomes: {True, False}
from multiprocessing import Lock, Process


def child(lock):
    with lock:
        pass


if __name__ == '__main__':
    lock = Lock()
    p = Process(target=child, args=(lock,))
    p.start()
    p.terminate()
    p.join()
    lock.acquire()

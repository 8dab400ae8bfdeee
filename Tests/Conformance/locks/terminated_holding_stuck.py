# A process that is terminated while it holds a lock leaves it held.
# expect stuck
import time
from multiprocessing import Process, Semaphore, Lock


def child(lock, held):
    with lock:
        held.release()
        time.sleep(60)


if __name__ == '__main__':
    lock, held = Lock(), Semaphore(0)
    p = Process(target=child, args=(lock, held))
    p.start()
    held.acquire()
    p.terminate()
    p.join()
    print(p.exitcode, lock.acquire(timeout=0.1))
    lock.acquire()
# expect: -15 False

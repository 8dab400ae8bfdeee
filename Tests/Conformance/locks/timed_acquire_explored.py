# A timed acquire of a held lock gets it or gives up.
# chance
# observe: lines
# expect outcomes: {['True'], ['False']}
import time
from multiprocessing import Lock, Process


def hold(lock):
    time.sleep(0.05)
    lock.release()


if __name__ == '__main__':
    lock = Lock()
    lock.acquire()
    p = Process(target=hold, args=(lock,))
    p.start()
    print(lock.acquire(timeout=0.06))
    p.join()

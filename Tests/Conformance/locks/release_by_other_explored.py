# A lock is no owner's: the parent opens, the child has closed; the order is fixed.
# observe: lines
# expect outcomes: {['opened', 'through']}
from multiprocessing import Lock, Process


def child(lock):
    lock.acquire()
    print('through')


if __name__ == '__main__':
    lock = Lock()
    lock.acquire()
    p = Process(target=child, args=(lock,))
    p.start()
    print('opened')
    lock.release()
    p.join()
# expect: opened
# expect: through

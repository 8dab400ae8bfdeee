# A managed RLock may be taken again by its owner.
from multiprocessing import Manager, Process


def child(lock):
    print('child', lock.acquire(False))


if __name__ == '__main__':
    with Manager() as manager:
        lock = manager.RLock()
        print(lock.acquire(), lock.acquire())
        p = Process(target=child, args=(lock,))
        p.start()
        p.join()
        lock.release()
        lock.release()
        with lock:
            with lock:
                print('twice inside')
        lock.release()
# expect: True True
# expect: child False
# expect: twice inside
# expect error: RuntimeError: cannot release un-acquired lock

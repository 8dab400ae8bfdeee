# An RLock that is held when the child is made is the parent's, not the child's.
from multiprocessing import Process, RLock


def child(lock):
    print(lock.acquire(timeout=0.05))
    lock.release()


if __name__ == '__main__':
    lock = RLock()
    with lock:
        p = Process(target=child, args=(lock,))
        p.start()
        p.join()
    print(p.exitcode)
# expect: False
# expect: 1
# expect stderr: Process Process-1:
# expect stderr:     lock.release()
# expect stderr: AssertionError: attempt to release recursive lock not owned by thread

# wait lets go of every level of an RLock, and takes every level back.
from multiprocessing import Condition, Process


def child(condition):
    with condition:
        condition.notify()


if __name__ == '__main__':
    condition = Condition()
    condition.acquire()
    condition.acquire()
    p = Process(target=child, args=(condition,))
    p.start()
    print(condition.wait(10))
    p.join()
    condition.release()
    condition.release()
    try:
        condition.release()
    except AssertionError as error:
        print(error)
# expect: True
# expect: attempt to release recursive lock not owned by thread

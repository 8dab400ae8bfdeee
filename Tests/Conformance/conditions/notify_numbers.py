# notify with a number wakes at most so many.
import time
from multiprocessing import Condition, Process, Semaphore


def child(condition, inside, woken):
    with condition:
        inside.release()
        condition.wait()
    woken.release()


if __name__ == '__main__':
    condition, inside, woken = Condition(), Semaphore(0), Semaphore(0)
    ps = [Process(target=child, args=(condition, inside, woken)) for _ in range(3)]
    for p in ps:
        p.start()
    for _ in ps:
        inside.acquire()
    with condition:
        condition.notify(2)
    time.sleep(0.3)
    print(woken.get_value())
    with condition:
        condition.notify(5)
    for p in ps:
        p.join()
    print(woken.get_value())
# expect: 2
# expect: 3

# A notify before the wait is lost.
# chance
# observe: stuck
# expect outcomes: {True, False}
from multiprocessing import Condition, Process


def child(condition):
    with condition:
        condition.wait()


if __name__ == '__main__':
    condition = Condition()
    p = Process(target=child, args=(condition,))
    p.start()
    with condition:
        condition.notify()
    p.join()

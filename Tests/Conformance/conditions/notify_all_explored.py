# notify_all wakes whoever waits already: none, one or both.
# chance
# observe: (stuck, printed('woken'))
# expect outcomes: {(True, 0), (True, 1), (False, 2)}
from multiprocessing import Condition, Process


def child(condition):
    with condition:
        condition.wait()
    print('woken')


if __name__ == '__main__':
    condition = Condition()
    ps = [Process(target=child, args=(condition,)) for _ in range(2)]
    for p in ps:
        p.start()
    with condition:
        condition.notify_all()
    for p in ps:
        p.join()

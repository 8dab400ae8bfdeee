# A condition: wait until somebody says that something has changed.
from multiprocessing import Condition, Process, Value


def child(condition, n):
    with condition:
        while n.value == 0:
            condition.wait()
        print('child sees', n.value)


if __name__ == '__main__':
    condition = Condition()
    n = Value('i', 0)
    p = Process(target=child, args=(condition, n))
    p.start()
    with condition:
        n.value = 5
        condition.notify()
    p.join()
# expect: child sees 5

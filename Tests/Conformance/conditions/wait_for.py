# wait_for waits until a test is true.
from multiprocessing import Condition, Process, Value


def child(condition, n):
    for _ in range(3):
        with condition:
            n.value += 1
            condition.notify_all()


if __name__ == '__main__':
    condition = Condition()
    n = Value('i', 0)
    p = Process(target=child, args=(condition, n))
    p.start()
    with condition:
        print(condition.wait_for(lambda: n.value == 3))
        print(condition.wait_for(lambda: n.value == 9, timeout=0.05))
        print(condition.wait(timeout=0.05))
    p.join()
# expect: True
# expect: False
# expect: False

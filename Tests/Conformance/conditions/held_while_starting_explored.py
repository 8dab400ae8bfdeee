# Who holds the lock while starting the other misses no notify.
# observe: (stuck, lines)
# expect outcomes: {(False, ['child', 'parent'])}
from multiprocessing import Condition, Process


def child(condition):
    with condition:
        print('child')
        condition.notify()


if __name__ == '__main__':
    condition = Condition()
    p = Process(target=child, args=(condition,))
    with condition:
        p.start()
        condition.wait()
        print('parent')
    p.join()
# expect: child
# expect: parent

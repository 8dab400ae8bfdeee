# A wait with a time: notified or given up, never stuck.
# chance
# observe: (stuck, lines)
# expect outcomes: {(False, ['True']), (False, ['False'])}
from multiprocessing import Condition, Process


def child(condition):
    with condition:
        print(condition.wait(0.05))


if __name__ == '__main__':
    condition = Condition()
    p = Process(target=child, args=(condition,))
    p.start()
    with condition:
        condition.notify()
    p.join()

# A transfer between two accounts, each with its own lock: no money is lost, and no two lock
# against each other, because all take the locks in one order.
# observe: (lines, stuck)
# expect outcomes: {(['10 10'], False)}
from multiprocessing import Process, Value


def transfer(source, target, first, second):
    with first.get_lock(), second.get_lock():
        source.value -= 5
        target.value += 5


if __name__ == '__main__':
    a, b = Value('i', 10), Value('i', 10)
    ps = [Process(target=transfer, args=args) for args in [(a, b, a, b), (b, a, a, b)]]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print(a.value, b.value)
# expect: 10 10

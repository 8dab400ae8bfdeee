# With its lock it is one step.
# observe: lines
# expect outcomes: {['2']}
from multiprocessing import Process, Value


def add(n):
    with n.get_lock():
        n.value += 1


if __name__ == '__main__':
    n = Value('i', 0)
    ps = [Process(target=add, args=(n,)) for _ in range(2)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print(n.value)
# expect: 2

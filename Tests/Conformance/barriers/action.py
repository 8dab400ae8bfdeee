# One of them, whoever comes last, runs the action while the others still wait.
from multiprocessing import Barrier, Process, Value

count = Value('i', 0)


def add():
    with count:
        count.value += 1


def child(barrier):
    barrier.wait()


if __name__ == '__main__':
    barrier = Barrier(3, action=add)
    ps = [Process(target=child, args=(barrier,)) for _ in range(2)]
    for p in ps:
        p.start()
    barrier.wait()
    print(count.value)
    for p in ps:
        p.join()
# expect: 1

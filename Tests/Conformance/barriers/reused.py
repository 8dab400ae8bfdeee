# A barrier can be used round after round.
from multiprocessing import Barrier, Process, Value


def walk(barrier, count, rounds):
    for n in range(rounds):
        barrier.wait()
        with count:
            count.value += 1
        barrier.wait()


if __name__ == '__main__':
    barrier, count = Barrier(3), Value('i', 0)
    ps = [Process(target=walk, args=(barrier, count, 3)) for _ in range(2)]
    for p in ps:
        p.start()
    for n in range(3):
        barrier.wait()
        barrier.wait()
        print(count.value)
    for p in ps:
        p.join()
# expect: 2
# expect: 4
# expect: 6

# Three forks, each takes the left one first: they may starve.
# chance
# observe: stuck
# expect outcomes: {True, False}
from multiprocessing import Lock, Process


def eat(left, right):
    with left:
        with right:
            pass


if __name__ == '__main__':
    forks = [Lock() for _ in range(3)]
    ps = [Process(target=eat, args=(forks[i], forks[(i + 1) % 3])) for i in range(3)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()

# Two locks in opposite orders may lock up.
# chance
# observe: stuck
# expect outcomes: {True, False}
from multiprocessing import Lock, Process


def work(first, second):
    with first:
        with second:
            pass


if __name__ == '__main__':
    a, b = Lock(), Lock()
    ps = [Process(target=work, args=(a, b)), Process(target=work, args=(b, a))]
    for p in ps:
        p.start()
    for p in ps:
        p.join()

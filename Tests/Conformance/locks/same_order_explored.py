# Two locks in the same order never lock up.
# observe: stuck
# expect outcomes: {False}
from multiprocessing import Lock, Process


def work(first, second):
    with first:
        with second:
            pass


if __name__ == '__main__':
    a, b = Lock(), Lock()
    ps = [Process(target=work, args=(a, b)) for _ in range(2)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()

# A RawValue: the same race.
# chance
# observe: lines
# expect outcomes: {['1'], ['2']}
from multiprocessing import Process, RawValue


def add(n):
    n.value += 1


if __name__ == '__main__':
    n = RawValue('i', 0)
    ps = [Process(target=add, args=(n,)) for _ in range(2)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print(n.value)

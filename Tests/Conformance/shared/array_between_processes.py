# Each child fills its own part of one Array; no lock is needed for that.
from multiprocessing import Array, Process


def fill(a, start):
    for i in range(start, start + 3):
        a[i] = i * i


if __name__ == '__main__':
    a = Array('i', 9)
    ps = [Process(target=fill, args=(a, start)) for start in (0, 3, 6)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print(a[:])
# expect: [0, 1, 4, 9, 16, 25, 36, 49, 64]

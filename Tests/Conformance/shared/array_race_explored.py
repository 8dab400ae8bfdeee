# Moving one unit between two places of an Array without a lock.
# chance
# observe: lines
# expect outcomes: {['[3, 2]'], ['[3, 1]'], ['[4, 1]'], ['[4, 2]']}
from multiprocessing import Array, Process


def move(a):
    a[0] -= 1
    a[1] += 1


if __name__ == '__main__':
    a = Array('i', [5, 0])
    ps = [Process(target=move, args=(a,)) for _ in range(2)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print(a[:])

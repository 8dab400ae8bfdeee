# The same under the Array's lock.
# observe: lines
# expect outcomes: {['[3, 2]']}
from multiprocessing import Array, Process


def move(a):
    with a.get_lock():
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
# expect: [3, 2]

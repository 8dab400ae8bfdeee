# Numbers in shared memory.
from multiprocessing import Array, Process


def child(a):
    for i in range(len(a)):
        a[i] = a[i] * 2


if __name__ == '__main__':
    a = Array('i', [1, 2, 3])
    p = Process(target=child, args=(a,))
    p.start()
    p.join()
    print(a[:], len(a), a[-1], list(a), sum(a))
    zeros = Array('d', 3)
    zeros[1:] = [0.5, 1.5]
    print(zeros[:])
    with a.get_lock():
        a[0] = 9
    print(a[0], a[0:2])
    a[3]
# expect: [2, 4, 6] 3 6 [2, 4, 6] 12
# expect: [0.0, 0.5, 1.5]
# expect: 9 [9, 4]
# expect error: IndexError: invalid index

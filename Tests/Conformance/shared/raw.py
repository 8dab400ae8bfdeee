# The raw ones have no lock.
from multiprocessing import Process, RawArray, RawValue


def child(n, a):
    n.value = 7
    a[0] = 8


if __name__ == '__main__':
    n, a = RawValue('i', 1), RawArray('i', [1, 2])
    p = Process(target=child, args=(n, a))
    p.start()
    p.join()
    print(n.value, list(a), len(a), hasattr(n, 'get_lock'))
# expect: 7 [8, 2] 2 False

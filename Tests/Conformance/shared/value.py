# A number in shared memory.
from multiprocessing import Process, Value


def child(n, x):
    n.value += 1
    x.value = 2.5


if __name__ == '__main__':
    n = Value('i', 5)
    x = Value('d', 0.0)
    p = Process(target=child, args=(n, x))
    p.start()
    p.join()
    print(n.value, x.value, n)
# expect: 6 2.5 <Synchronized wrapper for c_int(6)>

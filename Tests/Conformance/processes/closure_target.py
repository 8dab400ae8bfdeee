# A nested function keeps what it had at fork.
from multiprocessing import Process


def make(n):
    def show():
        nonlocal n
        n += 1
        print('child', n)
    p = Process(target=show)
    n += 10
    p.start()
    p.join()
    return n


if __name__ == '__main__':
    print('parent', make(1))
# expect: child 12
# expect: parent 11

# A child changes its own copy of a global.
from multiprocessing import Process

n = 0


def add():
    global n
    n += 1
    print('child', n)


if __name__ == '__main__':
    p = Process(target=add)
    p.start()
    p.join()
    print('parent', n)
# expect: child 1
# expect: parent 0

# The child inherited a copy of the parent's end, so it never sees the end.
# expect stuck
from multiprocessing import Pipe, Process


def child(end):
    while True:
        print('child got', end.recv())


if __name__ == '__main__':
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    a.send(1)
    a.close()
    p.join()
# expect: child got 1

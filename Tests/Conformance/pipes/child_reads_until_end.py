# The child sees the end once every copy of the other end is closed, its own copy too.
from multiprocessing import Pipe, Process


def child(end, other):
    other.close()
    while True:
        try:
            print('child got', end.recv())
        except EOFError:
            print('child sees the end')
            break


if __name__ == '__main__':
    a, b = Pipe()
    p = Process(target=child, args=(b, a))
    p.start()
    a.send(1)
    a.send(2)
    a.close()
    p.join()
    print(p.exitcode)
# expect: child got 1
# expect: child got 2
# expect: child sees the end
# expect: 0

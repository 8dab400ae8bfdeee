# Each waits for the other to speak first.
# expect stuck
from multiprocessing import Pipe, Process


def child(end):
    print('child waits')
    end.send(end.recv())


if __name__ == '__main__':
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    a.send(a.recv())
# expect: child waits

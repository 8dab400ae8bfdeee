# The same with recv: it waits for ever.
# expect stuck
from multiprocessing import Pipe, Process


def child(end):
    end.send('bye')


if __name__ == '__main__':
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    print(a.recv())
    p.join()
    a.recv()
    print('never')
# expect: bye

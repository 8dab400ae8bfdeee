# A child that does not expect the end dies of it.
from multiprocessing import Pipe, Process


def child(mine, other):
    other.close()
    while True:
        print(mine.recv())


if __name__ == '__main__':
    a, b = Pipe()
    p = Process(target=child, args=(b, a))
    p.start()
    a.send('x')
    a.close()
    p.join()
    print('exit code', p.exitcode)
# expect: x
# expect stderr: Process Process-1:
# expect stderr: EOFError
# expect: exit code 1

# The parent closes its copy before the child is started: the child has none either.
# observe: (raised('OSError'), printed('parent'))
# expect outcomes: {(1, 1)}
from multiprocessing import Pipe, Process


def child(end):
    end.send(1)


if __name__ == '__main__':
    a, b = Pipe()
    b.close()
    p = Process(target=child, args=(b,))
    p.start()
    p.join()
    print('parent')
# expect: parent

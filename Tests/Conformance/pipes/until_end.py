# Reading until the end of file.
from multiprocessing import Pipe, Process


def child(end):
    with end:
        for n in range(3):
            end.send(n)


if __name__ == '__main__':
    a, b = Pipe(False)
    p = Process(target=child, args=(b,))
    p.start()
    b.close()
    while True:
        try:
            print(a.recv())
        except EOFError:
            print('end')
            break
    p.join()
# expect: 0
# expect: 1
# expect: 2
# expect: end

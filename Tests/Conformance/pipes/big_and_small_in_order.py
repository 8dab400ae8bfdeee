# Messages come whole and in order, whatever their size.
from multiprocessing import Pipe, Process

SIZES = [1, 100_000, 0, 20_000, 65_536, 300_000, 3]


def child(end):
    for n in SIZES:
        end.send_bytes(b'b' * n)
    end.send('end')


if __name__ == '__main__':
    a, b = Pipe(False)
    p = Process(target=child, args=(b,))
    p.start()
    print([len(a.recv_bytes()) for _ in SIZES] == SIZES, a.recv())
    p.join()
# expect: True end

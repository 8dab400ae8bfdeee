# One that receives first makes room for the other.
from multiprocessing import Pipe, Process


def child(end):
    text = end.recv()
    end.send(text.upper())


if __name__ == '__main__':
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    a.send('x' * 500_000)
    print(len(a.recv()))
    p.join()
# expect: 500000

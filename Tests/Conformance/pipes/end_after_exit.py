# A process that ends closes what it held.
from multiprocessing import Pipe, Process


def child(end):
    end.send('last words')


if __name__ == '__main__':
    a, b = Pipe(False)
    p = Process(target=child, args=(b,))
    p.start()
    b.close()
    p.join()
    print(a.poll(), a.recv(), a.poll())
    a.recv()
# expect: True last words True
# expect error: EOFError

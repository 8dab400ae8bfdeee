# recv gets what was sent before the end, whoever is faster.
# observe: lines
# expect outcomes: {['1', '2', 'end']}
from multiprocessing import Pipe, Process


def child(end):
    end.send(1)
    end.send(2)


if __name__ == '__main__':
    a, b = Pipe(False)
    p = Process(target=child, args=(b,))
    p.start()
    b.close()
    try:
        while True:
            print(a.recv())
    except EOFError:
        print('end')
    p.join()
# expect: 1
# expect: 2
# expect: end

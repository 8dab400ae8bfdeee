# wait returns as soon as one is ready; the other may be ready too.
# chance
# observe: lines
# expect outcomes: {['1'], ['2']}
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def child(end):
    end.send('x')


if __name__ == '__main__':
    pairs = [Pipe(False) for _ in range(2)]
    ps = [Process(target=child, args=(writer,)) for _, writer in pairs]
    for p in ps:
        p.start()
    print(len(wait([reader for reader, _ in pairs])))
    for p in ps:
        p.join()

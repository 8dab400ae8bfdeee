# Both send more than fits before either receives.
# expect stuck
from multiprocessing import Pipe, Process


def talk(end):
    end.send('x' * 2_000_000)
    end.recv()
    print('never')


if __name__ == '__main__':
    a, b = Pipe()
    p = Process(target=talk, args=(b,))
    p.start()
    talk(a)

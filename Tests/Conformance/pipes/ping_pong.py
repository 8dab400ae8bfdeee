# Two processes answer each other in turn.
from multiprocessing import Pipe, Process


def pong(end):
    while True:
        n = end.recv()
        if n is None:
            break
        end.send(n + 1)


if __name__ == '__main__':
    here, there = Pipe()
    p = Process(target=pong, args=(there,))
    p.start()
    n = 0
    while n < 6:
        here.send(n)
        n = here.recv()
        print(n)
        n += 1
    here.send(None)
    p.join()
    print(p.exitcode)
# expect: 1
# expect: 3
# expect: 5
# expect: 0

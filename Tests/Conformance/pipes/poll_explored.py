# Whether a message is there already depends on who was faster.
# chance
# observe: lines
# expect outcomes: {['False', 'hello'], ['True', 'hello']}
from multiprocessing import Pipe, Process


def child(end):
    end.send('hello')


if __name__ == '__main__':
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    print(a.poll())
    print(a.recv())
    p.join()

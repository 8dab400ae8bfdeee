# poll(None) waits until there is something, so what follows never waits.
# observe: lines
# expect outcomes: {['True', 'True', 'hello']}
from multiprocessing import Pipe, Process


def child(end):
    end.send('hello')


if __name__ == '__main__':
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    print(a.poll(None))
    print(a.poll())
    print(a.recv())
    p.join()
# expect: True
# expect: True
# expect: hello

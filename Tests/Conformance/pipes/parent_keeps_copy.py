# While the parent holds a copy of the child's end, there is no end of file.
from multiprocessing import Pipe, Process


def child(end):
    end.send('bye')
    end.close()


if __name__ == '__main__':
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    print(a.recv())
    p.join()
    print(a.poll(0.2))
    b.close()
    print(a.poll(0.2))
    try:
        a.recv()
    except EOFError as error:
        print(repr(error))
# expect: bye
# expect: False
# expect: True
# expect: EOFError()

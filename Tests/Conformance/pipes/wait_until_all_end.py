# The usual loop: read from several until all have ended.
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def child(end, n):
    for i in range(n):
        end.send((n, i))
    end.close()


if __name__ == '__main__':
    readers = []
    for n in range(1, 4):
        reader, writer = Pipe(duplex=False)
        readers.append(reader)
        p = Process(target=child, args=(writer, n))
        p.start()
        writer.close()
    got = []
    while readers:
        for reader in wait(readers):
            try:
                got.append(reader.recv())
            except EOFError:
                readers.remove(reader)
    print(sorted(got))
# expect: [(1, 0), (2, 0), (2, 1), (3, 0), (3, 1), (3, 2)]

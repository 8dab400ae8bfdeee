# Two readers of one end, one at a time: each message is read once.
# chance
# observe: lines
# expect outcomes: {['A 1', 'B 2'], ['B 1', 'A 2']}
from multiprocessing import Lock, Pipe, Process


def read(name, end, lock):
    with lock:
        print(name, end.recv())


if __name__ == '__main__':
    reader, writer = Pipe(False)
    lock = Lock()
    ps = [Process(target=read, args=(name, reader, lock)) for name in 'AB']
    for p in ps:
        p.start()
    writer.send(1)
    writer.send(2)
    for p in ps:
        p.join()

from multiprocessing import Pipe, Process

LETTERS = 2


def write(outbox):
    for number in range(1, LETTERS + 1):
        outbox.send(number)
        print('sent', number)


def read(inbox):
    for _ in range(LETTERS):
        print('read', inbox.recv())


if __name__ == '__main__':
    inbox, outbox = Pipe(duplex=False)
    writer = Process(target=write, args=(outbox,))
    reader = Process(target=read, args=(inbox,))
    writer.start()
    reader.start()
    writer.join()
    reader.join()

# A sibling inherited the writing end and waits for ever, so there is no end of file.
# expect stuck
from multiprocessing import Lock, Pipe, Process


def write(writer):
    writer.send('done')
    writer.close()


def wait(lock):
    lock.acquire()


if __name__ == '__main__':
    reader, writer = Pipe(False)
    lock = Lock()
    lock.acquire()
    Process(target=write, args=(writer,)).start()
    Process(target=wait, args=(lock,)).start()
    writer.close()
    print(reader.recv())
    reader.recv()
# expect: done

# The reader is closed everywhere: the child's send fails.
from multiprocessing import Pipe, Process


def child(writer):
    writer.send(1)


if __name__ == '__main__':
    reader, writer = Pipe(False)
    reader.close()
    p = Process(target=child, args=(writer,))
    p.start()
    p.join()
    print(p.exitcode)
# expect stderr: Process Process-1:
# expect stderr:     writer.send(1)
# expect stderr: BrokenPipeError: [Errno 32] Broken pipe
# expect: 1

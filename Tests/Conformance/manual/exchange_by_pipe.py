# Exchanging objects: a pipe, whose ends belong to one process each.
from multiprocessing import Pipe, Process


def work(end):
    end.send(('sold', 7))
    end.close()


if __name__ == '__main__':
    mine, theirs = Pipe()
    p = Process(target=work, args=(theirs,))
    p.start()
    print(mine.recv())
    p.join()
# expect: ('sold', 7)

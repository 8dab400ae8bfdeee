# Every way to end and its exit code.
import os
import sys
from multiprocessing import Process


def ends():
    pass


def leaves(code):
    sys.exit(code)


def raises(error):
    raise error


def at_once(code):
    os._exit(code)


if __name__ == '__main__':
    codes = []
    for target, args in [(ends, ()), (leaves, (0,)), (leaves, (7,)), (leaves, (None,)),
                         (leaves, (True,)), (leaves, (-1,)), (raises, (SystemExit(4),)),
                         (at_once, (9,))]:
        p = Process(target=target, args=args)
        p.start()
        p.join()
        codes.append(p.exitcode)
    print(codes)
# expect: [0, 0, 7, 0, 1, 255, 4, 9]

# sys.exit with a text in a child.
import sys
from multiprocessing import Process


def leave():
    sys.exit('sold out')


if __name__ == '__main__':
    p = Process(target=leave)
    p.start()
    p.join()
    print(p.exitcode)
# expect stderr: sold out
# expect: 1

# target=f() calls f at once, in the parent.
import os
from multiprocessing import Process

parent = os.getpid()


def work():
    print('in the parent', os.getpid() == parent)


if __name__ == '__main__':
    p = Process(target=work())
    p.start()
    p.join()
    print(p.exitcode)
# expect: in the parent True
# expect: 0

# Introduction: module name, parent's number, own number.
import os
from multiprocessing import Process


def report(title, parent):
    print(title, __name__, os.getppid() == parent, os.getpid() != parent)


if __name__ == '__main__':
    print(__name__)
    p = Process(target=report, args=('child', os.getpid()))
    p.start()
    p.join()
# expect: __main__
# expect: child __main__ True True

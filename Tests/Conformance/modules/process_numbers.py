# os.getpid and os.getppid.
import os
from multiprocessing import Process


def child(parent):
    print(os.getppid() == parent, os.getpid() != parent)


if __name__ == '__main__':
    print(type(os.getpid()), os.getpid() > 0)
    p = Process(target=child, args=(os.getpid(),))
    p.start()
    p.join()
    print(p.pid != os.getpid(), os.cpu_count() >= 1)
# expect: <class 'int'> True
# expect: True True
# expect: True True

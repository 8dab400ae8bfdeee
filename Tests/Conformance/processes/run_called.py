# run is an ordinary call: nothing is forked.
import os
from multiprocessing import Process

parent = os.getpid()


def work():
    print(os.getpid() == parent)


if __name__ == '__main__':
    p = Process(target=work)
    p.run()
    print(p.is_alive(), p.pid)
# expect: True
# expect: False None

# os._exit ends at once, without finally.
import os
from multiprocessing import Process


def leave():
    try:
        os._exit(7)
    finally:
        print('never')


if __name__ == '__main__':
    p = Process(target=leave)
    p.start()
    p.join()
    print(p.exitcode)
# expect: 7

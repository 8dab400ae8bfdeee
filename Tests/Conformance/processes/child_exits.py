# sys.exit in a child.
import sys
from multiprocessing import Process


def leave(code):
    try:
        sys.exit(code)
    finally:
        print('finally')


if __name__ == '__main__':
    for code in [3, 0, None, True]:
        p = Process(target=leave, args=(code,))
        p.start()
        p.join()
        print(code, p.exitcode)
# expect: finally
# expect: 3 3
# expect: finally
# expect: 0 0
# expect: finally
# expect: None 0
# expect: finally
# expect: True 1

# finally runs on an exception, on sys.exit and on return, not on os._exit.
import os
import sys
from multiprocessing import Process


def child(how):
    try:
        if how == 'raise':
            raise ValueError(how)
        if how == 'exit':
            sys.exit(3)
        if how == '_exit':
            os._exit(4)
        return
    finally:
        print('finally after', how)


if __name__ == '__main__':
    for how in ['return', 'raise', 'exit', '_exit']:
        p = Process(target=child, args=(how,))
        p.start()
        p.join()
        print(p.exitcode)
# expect: finally after return
# expect: 0
# expect: finally after raise
# expect: 1
# expect: finally after exit
# expect: 3
# expect: 4
# expect stderr: ValueError: raise

# Main's manager is gone before its children are joined.
import time
from multiprocessing import Manager, Process


def child(d):
    time.sleep(0.5)
    try:
        d['n'] = 1
    except (OSError, EOFError):
        print('the manager is gone')


if __name__ == '__main__':
    manager = Manager()
    d = manager.dict()
    p = Process(target=child, args=(d,))
    p.start()
    print('main ends')
# expect: main ends
# expect: the manager is gone

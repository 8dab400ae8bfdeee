# Exit codes of all.
# observe: [exitcode(name) for name in ['MainProcess', 'Process-1', 'Process-2']]
# expect outcomes: {[0, 1, 3]}
import sys
from multiprocessing import Process


def fail():
    raise ValueError('x')


if __name__ == '__main__':
    ps = [Process(target=fail), Process(target=sys.exit, args=(3,))]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
# expect stderr: ValueError: x

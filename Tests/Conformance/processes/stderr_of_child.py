# A child may write to standard error.
import sys
from multiprocessing import Process


def child():
    print('a complaint', file=sys.stderr)
    sys.stderr.write('another\n')
    sys.stdout.write('an answer\n')


if __name__ == '__main__':
    p = Process(target=child)
    p.start()
    p.join()
# expect: an answer
# expect stderr: a complaint
# expect stderr: another

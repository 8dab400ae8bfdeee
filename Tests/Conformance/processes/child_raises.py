# An exception ends the child only.
from multiprocessing import Process


def fail():
    raise KeyError('x')


if __name__ == '__main__':
    p = Process(target=fail)
    p.start()
    p.join()
    print('exit code', p.exitcode)
# expect stderr: Process Process-1:
# expect stderr: Traceback (most recent call last):
# expect stderr:     raise KeyError('x')
# expect stderr: KeyError: 'x'
# expect: exit code 1

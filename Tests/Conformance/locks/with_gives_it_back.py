# with releases also after an exception.
from multiprocessing import Lock, Process


def fail(lock):
    with lock:
        raise ValueError('no money')


if __name__ == '__main__':
    lock = Lock()
    p = Process(target=fail, args=(lock,))
    p.start()
    p.join()
    with lock:
        print('main has it')
# expect stderr: ValueError: no money
# expect: main has it

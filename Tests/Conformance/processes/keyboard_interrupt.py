# KeyboardInterrupt ends a child like any exception.
from multiprocessing import Process


def child():
    try:
        raise KeyboardInterrupt
    except Exception:
        print('never: it is no Exception')


if __name__ == '__main__':
    p = Process(target=child)
    p.start()
    p.join()
    print(p.exitcode)
# expect stderr: Process Process-1:
# expect stderr: Traceback (most recent call last):
# expect stderr:     raise KeyboardInterrupt
# expect stderr: KeyboardInterrupt
# expect: 1

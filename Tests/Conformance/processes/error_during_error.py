# An exception while another is being handled.
from multiprocessing import Process


def child():
    try:
        1 / 0
    except ZeroDivisionError:
        [][1]


if __name__ == '__main__':
    p = Process(target=child)
    p.start()
    p.join()
# expect stderr: Process Process-1:
# expect stderr: ZeroDivisionError: division by zero
# expect stderr: During handling of the above exception, another exception occurred:
# expect stderr: Traceback (most recent call last):
# expect stderr: IndexError: list index out of range

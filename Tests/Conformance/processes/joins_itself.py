# A process cannot join itself.
from multiprocessing import Process, current_process


def child():
    current_process().join()


if __name__ == '__main__':
    p = Process(target=child)
    p.start()
    p.join()
    print(p.exitcode)
# expect stderr: AssertionError: can only join a child process
# expect: 1

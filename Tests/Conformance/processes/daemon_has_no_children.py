# A daemon may not have children.
from multiprocessing import Process


def work():
    Process(target=print).start()


if __name__ == '__main__':
    p = Process(target=work)
    p.daemon = True
    p.start()
    p.join()
    print(p.exitcode)
# expect stderr: AssertionError: daemonic processes are not allowed to have children
# expect: 1

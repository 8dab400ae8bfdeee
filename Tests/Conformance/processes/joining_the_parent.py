# A child can join its parent only in name: it would wait for ever, with a time it gives up.
from multiprocessing import Process, parent_process


def child():
    print(parent_process().join(0.05), parent_process().exitcode)


if __name__ == '__main__':
    p = Process(target=child)
    p.start()
    p.join()
# expect: None None

# A child's child carries both numbers.
from multiprocessing import Process, current_process, parent_process


def grandchild():
    print(current_process().name, 'of', parent_process().name)


def child():
    p = Process(target=grandchild)
    p.start()
    p.join()


if __name__ == '__main__':
    print(parent_process())
    p = Process(target=child)
    p.start()
    p.join()
# expect: None
# expect: Process-1:1 of Process-1

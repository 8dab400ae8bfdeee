# A child has children of its own, and waits for them when it ends.
import time
from multiprocessing import Process, active_children, current_process


def grandchild():
    time.sleep(0.1)
    print(current_process().name, 'ends')


def child():
    p = Process(target=grandchild)
    p.start()
    print(current_process().name, len(active_children()))


if __name__ == '__main__':
    p = Process(target=child)
    p.start()
    p.join()
    print('parent ends', active_children())
# expect: Process-1 1
# expect: Process-1:1 ends
# expect: parent ends []

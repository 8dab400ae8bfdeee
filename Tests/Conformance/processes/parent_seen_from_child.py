# The parent seen from a child.
import os
from multiprocessing import Process, current_process, parent_process


def child():
    parent, me = parent_process(), current_process()
    print(parent.name, parent.pid == os.getppid(), parent.is_alive(), type(parent).__name__)
    print(me.name, me.pid == os.getpid(), me.is_alive(), me.exitcode, me.daemon)


if __name__ == '__main__':
    p = Process(target=child, name='worker', daemon=True)
    p.start()
    p.join()
    print(p.pid != os.getpid(), p.exitcode)
# expect: MainProcess True True _ParentProcess
# expect: worker True True None True
# expect: True 0

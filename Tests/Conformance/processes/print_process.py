# A process shows its state.
import os
from multiprocessing import Process, current_process


def show(p):
    print(repr(p).replace(str(p.pid), 'PID').replace(str(os.getpid()), 'OUR'))


def fail():
    raise SystemExit(1)


if __name__ == '__main__':
    p = Process(target=fail)
    show(p)
    p.start()
    p.join()
    show(p)
    print(str(current_process()))
# expect: <Process name='Process-1' parent=OUR initial>
# expect: <Process name='Process-1' pid=PID parent=OUR stopped exitcode=1>
# expect: <_MainProcess name='MainProcess' parent=None started>

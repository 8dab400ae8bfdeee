# A process that waits in recv can be ended.
import time
from multiprocessing import Pipe, Process


def child(end):
    try:
        end.recv()
    finally:
        print('never')


if __name__ == '__main__':
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    time.sleep(0.2)
    p.terminate()
    p.join()
    print(p.exitcode)
    a.send('the parent holds a copy of the other end')
    print(b.recv())
# expect: -15
# expect: the parent holds a copy of the other end

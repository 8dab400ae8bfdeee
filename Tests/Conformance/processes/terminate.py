# terminate ends a process without its finally.
import time
from multiprocessing import Process


def work():
    try:
        time.sleep(60)
    finally:
        print('never')


if __name__ == '__main__':
    p = Process(target=work)
    p.start()
    time.sleep(0.1)
    p.terminate()
    p.join()
    print(p.exitcode, p.is_alive())
# expect: -15 False

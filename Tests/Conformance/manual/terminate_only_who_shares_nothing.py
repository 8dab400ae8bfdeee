# Guidelines: ending one that shares nothing is harmless.
import time
from multiprocessing import Process


def dream():
    while True:
        time.sleep(0.01)


if __name__ == '__main__':
    p = Process(target=dream)
    print(p.is_alive())
    p.start()
    print(p.is_alive())
    p.terminate()
    p.join()
    print(p.is_alive(), p.exitcode)
# expect: False
# expect: True
# expect: False -15

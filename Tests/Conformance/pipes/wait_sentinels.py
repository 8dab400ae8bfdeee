# wait also takes the sentinels of processes.
import time
from multiprocessing import Process
from multiprocessing.connection import wait


def child(seconds):
    time.sleep(seconds)


if __name__ == '__main__':
    short = Process(target=child, args=(0,))
    long = Process(target=child, args=(60,))
    short.start()
    long.start()
    print(wait([short.sentinel, long.sentinel]) == [short.sentinel])
    print(wait([long.sentinel], timeout=0.05))
    short.join()
    print(short.exitcode, short.is_alive(), long.is_alive())
    long.terminate()
    print(wait([long.sentinel]) == [long.sentinel])
    long.join()
    print(long.exitcode)
# expect: True
# expect: []
# expect: 0 False True
# expect: True
# expect: -15

import os
from multiprocessing import Process

money = 10


def spend():
    global money
    money = money - 3
    print('child', os.getpid(), 'has', money)


if __name__ == '__main__':
    print('parent', os.getpid(), 'has', money)
    child = Process(target=spend)
    child.start()
    child.join()
    print('parent', os.getpid(), 'has', money)

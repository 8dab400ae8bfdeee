# Introduction: a function in a process of its own.
from multiprocessing import Process


def greet(guest):
    print('welcome,', guest)


if __name__ == '__main__':
    p = Process(target=greet, args=('Ada',))
    p.start()
    p.join()
# expect: welcome, Ada

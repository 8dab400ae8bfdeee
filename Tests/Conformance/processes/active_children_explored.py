# active_children forgets those that have ended.
# chance
# observe: lines
# expect outcomes: {['0', '0'], ['1', '0']}
from multiprocessing import Process, active_children


def child():
    pass


if __name__ == '__main__':
    p = Process(target=child)
    p.start()
    print(len(active_children()))
    p.join()
    print(len(active_children()))

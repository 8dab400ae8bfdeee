import time
from multiprocessing import Lock, Process

COOKS = 2


def chop(cook):
    print(f'cook {cook} chops')
    time.sleep(2)


def bake(cook):
    print(f'cook {cook} opens the oven')
    time.sleep(1)
    print(f'cook {cook} has baked')


def work(cook, oven):
    chop(cook)
    oven.acquire()
    bake(cook)
    oven.release()


if __name__ == '__main__':
    oven = Lock()
    cooks = []
    for number in range(1, COOKS + 1):
        cooks.append(Process(target=work, args=(number, oven)))
    for cook in cooks:
        cook.start()
    for cook in cooks:
        cook.join()
    print('dinner is served')

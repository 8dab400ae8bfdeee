import time
from multiprocessing import Process

COOKS = 2


def chop(cook):
    print(f'cook {cook} chops')
    time.sleep(2)


def bake(cook):
    print(f'cook {cook} opens the oven')
    time.sleep(1)
    print(f'cook {cook} has baked')


def work(cook):
    chop(cook)
    bake(cook)


if __name__ == '__main__':
    cooks = []
    for number in range(1, COOKS + 1):
        cooks.append(Process(target=work, args=(number,)))
    for cook in cooks:
        cook.start()
    for cook in cooks:
        cook.join()
    print('dinner is served')

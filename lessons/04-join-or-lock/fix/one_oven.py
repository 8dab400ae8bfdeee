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


def work(cook):
    chop(cook)
    bake(cook)


if __name__ == '__main__':
    for number in range(1, COOKS + 1):
        cook = Process(target=work, args=(number,))
        cook.start()
        cook.join()
    print('dinner is served')

import time
from multiprocessing import Lock, Process

DINERS = 4


def eat(number):
    print(f'diner {number} is eating')
    time.sleep(1)
    print(f'diner {number} ate')


def dine(number, left, right):
    with left:
        time.sleep(1)
        if right.acquire(timeout=2):
            eat(number)
            right.release()


if __name__ == '__main__':
    forks = [Lock() for _ in range(DINERS)]
    diners = []
    for number in range(1, DINERS + 1):
        left = forks[number - 1]
        right = forks[number % DINERS]
        args = (number, left, right)
        name = f'diner {number}'
        diners.append(Process(target=dine, name=name, args=args))
    for diner in diners:
        diner.start()
    for diner in diners:
        diner.join()
    print('the table is cleared')

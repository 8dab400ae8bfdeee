import time
from multiprocessing import Lock, Process

DINERS = 4


def eat(number):
    print(f'diner {number} is eating')
    time.sleep(1)
    print(f'diner {number} ate')


def dine(number, left, right, table):
    with table:
        left.acquire()
        time.sleep(1)
        right.acquire()
    eat(number)
    right.release()
    left.release()


if __name__ == '__main__':
    forks = [Lock() for _ in range(DINERS)]
    table = Lock()
    diners = []
    for number in range(1, DINERS + 1):
        left = forks[number - 1]
        right = forks[number % DINERS]
        args = (number, left, right, table)
        name = f'diner {number}'
        diners.append(Process(target=dine, name=name, args=args))
    for diner in diners:
        diner.start()
    for diner in diners:
        diner.join()
    print('the table is cleared')

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
    for number in range(DINERS):
        left = forks[number]
        right = forks[(number + 1) % DINERS]
        args = (number, left, right, table)
        diners.append(Process(target=dine, args=args))
    for diner in diners:
        diner.start()
    for diner in diners:
        diner.join()
    print('the table is cleared')

import time
from multiprocessing import Lock, Process, Semaphore

DINERS = 4


def eat(number):
    print(f'diner {number} is eating')
    time.sleep(1)
    print(f'diner {number} ate')


def dine(number, left, right, seats):
    with seats:
        with left:
            time.sleep(1)
            with right:
                eat(number)


if __name__ == '__main__':
    forks = [Lock() for _ in range(DINERS)]
    seats = Semaphore(DINERS - 1)
    diners = []
    for number in range(DINERS):
        left = forks[number]
        right = forks[(number + 1) % DINERS]
        args = (number, left, right, seats)
        diners.append(Process(target=dine, args=args))
    for diner in diners:
        diner.start()
    for diner in diners:
        diner.join()
    print('the table is cleared')

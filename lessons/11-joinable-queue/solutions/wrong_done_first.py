import time
from multiprocessing import JoinableQueue, Process

BUNS = 3
BURNT = 2
GUESTS = 2


def eat(number):
    print(f'eating bun {number}')
    time.sleep(1)
    print(f'ate bun {number}')


def dine(shelf):
    while True:
        number = shelf.get()
        shelf.task_done()
        if number == BURNT:
            print(f'threw away bun {number}')
            continue
        eat(number)


if __name__ == '__main__':
    shelf = JoinableQueue()
    guests = []
    for number in range(1, GUESTS + 1):
        guest = Process(target=dine, args=(shelf,), daemon=True)
        guest.name = f'guest {number}'
        guests.append(guest)
    for guest in guests:
        guest.start()
    for number in range(1, BUNS + 1):
        shelf.put(number)
    shelf.join()
    print('all done')

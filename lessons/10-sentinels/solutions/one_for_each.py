import time
from multiprocessing import Process, Queue

COOKS = 3
GUESTS = 2


def cook(number, shelf):
    time.sleep(number)
    print(f'cook {number} has a bun ready')
    shelf.put(number)


def eat(number):
    print(f'eating bun {number}')
    time.sleep(1)
    print(f'ate bun {number}')


def dine(shelf):
    while True:
        number = shelf.get()
        if number is None:
            break
        eat(number)


if __name__ == '__main__':
    shelf = Queue()
    cooks = []
    for number in range(1, COOKS + 1):
        name = f'cook {number}'
        cooks.append(Process(target=cook, name=name, args=(number, shelf)))
    guests = []
    for number in range(1, GUESTS + 1):
        name = f'guest {number}'
        guests.append(Process(target=dine, name=name, args=(shelf,)))
    for person in cooks + guests:
        person.start()
    for person in cooks:
        person.join()
    for _ in guests:
        shelf.put(None)
    for person in guests:
        person.join()
    print('the kitchen closes')

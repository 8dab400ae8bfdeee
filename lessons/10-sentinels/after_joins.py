import time
from multiprocessing import Process, Queue, current_process

COOKS = 2
GUESTS = 2


def cook(shelf):
    time.sleep(1)
    shelf.put('bun')


def eat(shelf):
    guest = current_process().name
    while True:
        item = shelf.get()
        if item is None:
            break
        print(f'{guest} ate a bun')
        time.sleep(1)


if __name__ == '__main__':
    shelf = Queue()
    cooks = []
    for number in range(1, COOKS + 1):
        name = f'cook {number}'
        cooks.append(Process(target=cook, name=name, args=(shelf,)))
    guests = []
    for number in range(1, GUESTS + 1):
        name = f'guest {number}'
        guests.append(Process(target=eat, name=name, args=(shelf,)))
    for person in cooks + guests:
        person.start()
    for person in cooks:
        person.join()
    for _ in guests:
        shelf.put(None)
    for person in guests:
        person.join()
    print('the kitchen closes')

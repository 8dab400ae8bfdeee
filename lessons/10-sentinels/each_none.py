import time
from multiprocessing import Process, Queue, current_process

COOKS = 2
GUESTS = 1
BUNS = 2


def cook(shelf):
    for _ in range(BUNS):
        time.sleep(1)
        shelf.put('bun')
    shelf.put(None)


def eat(shelf):
    guest = current_process().name
    while True:
        item = shelf.get()
        if item is None:
            break
        print(f'{guest} ate a bun')
        time.sleep(1)
    print(f'{guest} goes home')


if __name__ == '__main__':
    shelf = Queue()
    people = []
    for number in range(1, COOKS + 1):
        name = f'cook {number}'
        people.append(Process(target=cook, name=name, args=(shelf,)))
    for number in range(1, GUESTS + 1):
        name = f'guest {number}'
        people.append(Process(target=eat, name=name, args=(shelf,)))
    for person in people:
        person.start()
    for person in people:
        person.join()

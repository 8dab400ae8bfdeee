import time
from multiprocessing import Process, Queue

COOKS = 2
GUESTS = 1
BUNS = 2


def cook(shelf):
    for _ in range(BUNS):
        time.sleep(1)
        shelf.put('bun')
    shelf.put(None)


def eat(guest, shelf):
    while True:
        item = shelf.get()
        if item is None:
            break
        print(f'guest {guest} ate a bun')
        time.sleep(1)
    print(f'guest {guest} goes home')


if __name__ == '__main__':
    shelf = Queue()
    people = []
    for _ in range(COOKS):
        people.append(Process(target=cook, args=(shelf,)))
    for guest in range(1, GUESTS + 1):
        people.append(Process(target=eat, args=(guest, shelf)))
    for person in people:
        person.start()
    for person in people:
        person.join()

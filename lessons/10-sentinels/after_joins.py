import time
from multiprocessing import Process, Queue

COOKS = 2
GUESTS = 2


def cook(shelf):
    time.sleep(1)
    shelf.put('bun')


def eat(guest, shelf):
    while True:
        item = shelf.get()
        if item is None:
            break
        print(f'guest {guest} ate a bun')
        time.sleep(1)


if __name__ == '__main__':
    shelf = Queue()
    cooks = [Process(target=cook, args=(shelf,)) for _ in range(COOKS)]
    guests = []
    for guest in range(1, GUESTS + 1):
        guests.append(Process(target=eat, args=(guest, shelf)))
    for person in cooks + guests:
        person.start()
    for person in cooks:
        person.join()
    for _ in guests:
        shelf.put(None)
    for person in guests:
        person.join()
    print('the kitchen closes')

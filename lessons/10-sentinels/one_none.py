import time
from multiprocessing import Process, Queue

BUNS = 3
GUESTS = 2


def cook(shelf):
    for number in range(1, BUNS + 1):
        time.sleep(1)
        shelf.put(number)
    shelf.put(None)


def eat(guest, shelf):
    while True:
        number = shelf.get()
        if number is None:
            break
        print(f'guest {guest} ate bun {number}')
        time.sleep(1)
    print(f'guest {guest} goes home')


if __name__ == '__main__':
    shelf = Queue()
    people = [Process(target=cook, args=(shelf,))]
    for guest in range(1, GUESTS + 1):
        people.append(Process(target=eat, args=(guest, shelf)))
    for person in people:
        person.start()
    for person in people:
        person.join()

import time
from multiprocessing import Process, Queue, current_process

BUNS = 3
GUESTS = 2


def cook(shelf):
    for number in range(1, BUNS + 1):
        time.sleep(1)
        shelf.put(number)
    shelf.put(None)


def eat(shelf):
    guest = current_process().name
    while True:
        number = shelf.get()
        if number is None:
            break
        print(f'{guest} ate bun {number}')
        time.sleep(1)
    print(f'{guest} goes home')


if __name__ == '__main__':
    shelf = Queue()
    people = [Process(target=cook, name='cook', args=(shelf,))]
    for number in range(1, GUESTS + 1):
        name = f'guest {number}'
        people.append(Process(target=eat, name=name, args=(shelf,)))
    for person in people:
        person.start()
    for person in people:
        person.join()

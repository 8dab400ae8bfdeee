import time
from multiprocessing import Process, Queue

BUNS = 3


def grind(sacks):
    for number in range(1, BUNS + 1):
        time.sleep(1)
        print(f'ground sack {number}')
        sacks.put(number)


def bake(sacks, shelf):
    for _ in range(BUNS):
        number = sacks.get()
        time.sleep(1)
        print(f'cooked bun {number}')
        shelf.put(number)


def eat(shelf):
    for _ in range(BUNS):
        number = shelf.get()
        time.sleep(1)
        print(f'ate bun {number}')


if __name__ == '__main__':
    sacks = Queue()
    shelf = Queue()
    miller = Process(target=grind, name='miller', args=(sacks,))
    cook = Process(target=bake, name='cook', args=(sacks, shelf))
    guest = Process(target=eat, name='guest', args=(shelf,))
    people = [miller, cook, guest]
    for person in people:
        person.start()
    for person in people:
        person.join()
    print('the kitchen closes')

import time
from multiprocessing import Process, Queue

BUNS = 3


def grind(sacks):
    for number in range(1, BUNS + 1):
        time.sleep(1)
        print(f'ground sack {number}')
        sacks.put(number)
    sacks.put(None)


def bake(sacks, shelf):
    while True:
        number = sacks.get()
        if number is None:
            shelf.put(None)
            break
        time.sleep(1)
        print(f'cooked bun {number}')
        shelf.put(number)


def eat(shelf):
    while True:
        number = shelf.get()
        if number is None:
            break
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
        person.join()
    print('the kitchen closes')

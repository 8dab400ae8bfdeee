import time
from multiprocessing import Process, Queue

BUNS = 3
ROOM = 0
COOKING = 1
EATING = 2


def cook(shelf):
    for number in range(1, BUNS + 1):
        time.sleep(COOKING)
        print(f'cooked bun {number}')
        shelf.put(number)


def eat(shelf):
    for _ in range(BUNS):
        number = shelf.get()
        time.sleep(EATING)
        print(f'ate bun {number}')


if __name__ == '__main__':
    shelf = Queue(ROOM)
    producer = Process(target=cook, name='cook', args=(shelf,))
    consumer = Process(target=eat, name='guest', args=(shelf,))
    producer.start()
    consumer.start()
    producer.join()
    consumer.join()
    print('the kitchen closes')

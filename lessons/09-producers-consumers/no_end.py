import time
from multiprocessing import Process, Queue

BUNS = 3
DAEMON = False


def cook(shelf):
    for number in range(1, BUNS + 1):
        time.sleep(1)
        print(f'cooked bun {number}')
        shelf.put(number)


def eat(shelf):
    while True:
        number = shelf.get()
        time.sleep(1)
        print(f'ate bun {number}')


if __name__ == '__main__':
    shelf = Queue()
    producer = Process(target=cook, name='cook', args=(shelf,))
    consumer = Process(
        target=eat, name='guest', args=(shelf,), daemon=DAEMON
    )
    producer.start()
    consumer.start()
    producer.join()
    print('the kitchen closes')

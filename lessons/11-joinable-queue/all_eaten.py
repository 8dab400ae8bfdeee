import time
from multiprocessing import JoinableQueue, Process

BUNS = 3
GUESTS = 2
DAEMON = True


def cook(shelf):
    for number in range(1, BUNS + 1):
        time.sleep(1)
        shelf.put(number)


def eat(shelf):
    while True:
        number = shelf.get()
        time.sleep(2)
        print(f'ate bun {number}')
        shelf.task_done()


if __name__ == '__main__':
    shelf = JoinableQueue()
    producer = Process(target=cook, name='cook', args=(shelf,))
    producer.start()
    for number in range(1, GUESTS + 1):
        guest = Process(target=eat, args=(shelf,), daemon=DAEMON)
        guest.name = f'guest {number}'
        guest.start()
    producer.join()
    shelf.join()
    print('all eaten')

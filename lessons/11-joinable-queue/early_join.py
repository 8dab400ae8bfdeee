import time
from multiprocessing import JoinableQueue, Process

BUNS = 2


def cook(shelf):
    for number in range(1, BUNS + 1):
        time.sleep(1)
        shelf.put(number)


def eat(shelf):
    while True:
        number = shelf.get()
        print(f'ate bun {number}')
        shelf.task_done()


if __name__ == '__main__':
    shelf = JoinableQueue()
    guest = Process(target=eat, name='guest', args=(shelf,), daemon=True)
    guest.start()
    producer = Process(target=cook, name='cook', args=(shelf,))
    producer.start()
    shelf.join()
    print('all eaten')

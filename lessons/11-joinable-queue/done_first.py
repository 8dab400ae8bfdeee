import time
from multiprocessing import JoinableQueue, Process

BUNS = 3


def eat(shelf):
    while True:
        number = shelf.get()
        shelf.task_done()
        time.sleep(1)
        print(f'ate bun {number}')


if __name__ == '__main__':
    shelf = JoinableQueue()
    guest = Process(target=eat, name='guest', args=(shelf,), daemon=True)
    guest.start()
    for number in range(1, BUNS + 1):
        shelf.put(number)
    shelf.join()
    print('all eaten')

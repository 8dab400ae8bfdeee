import time
from multiprocessing import JoinableQueue, Process


def eat(number):
    print(f'eating bun {number}')
    time.sleep(1)
    print(f'ate bun {number}')


def dine(shelf):
    while True:
        number = shelf.get()
        eat(number)
        shelf.task_done()


if __name__ == '__main__':
    shelf = JoinableQueue()
    for number in range(1, 3):
        guest = Process(target=dine, args=(shelf,), daemon=True)
        guest.name = f'guest {number}'
        guest.start()
    for number in range(1, 3):
        shelf.put(number)
    shelf.join()
    print('all eaten')

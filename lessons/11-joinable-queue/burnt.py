import time
from multiprocessing import JoinableQueue, Process

BUNS = 3
BURNT = 2


def eat(shelf):
    while True:
        number = shelf.get()
        if number == BURNT:
            print(f'bun {number} is burnt')
            continue
        time.sleep(1)
        print(f'ate bun {number}')
        shelf.task_done()


if __name__ == '__main__':
    shelf = JoinableQueue()
    guest = Process(target=eat, name='guest', args=(shelf,), daemon=True)
    guest.start()
    for number in range(1, BUNS + 1):
        shelf.put(number)
    shelf.join()
    print('all eaten')

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
    Process(target=eat, args=(shelf,), daemon=True).start()
    Process(target=cook, args=(shelf,)).start()
    shelf.join()
    print('all eaten')

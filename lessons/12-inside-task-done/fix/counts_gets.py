import time
from multiprocessing import Condition, Process, Queue, Semaphore


class TaskQueue:
    def __init__(self):
        self.items = Queue()
        self.unfinished = Semaphore(0)
        self.changed = Condition()

    def put(self, item):
        with self.changed:
            self.unfinished.release()
            self.items.put(item)

    def get(self):
        item = self.items.get()
        with self.changed:
            self.unfinished.acquire()
            if self.unfinished.get_value() == 0:
                self.changed.notify_all()
        return item

    def join(self):
        with self.changed:
            while self.unfinished.get_value() > 0:
                self.changed.wait()


def eat(number):
    print(f'eating bun {number}')
    time.sleep(1)
    print(f'ate bun {number}')


def dine(shelf):
    while True:
        number = shelf.get()
        eat(number)


if __name__ == '__main__':
    shelf = TaskQueue()
    for number in range(1, 3):
        guest = Process(target=dine, args=(shelf,), daemon=True)
        guest.name = f'guest {number}'
        guest.start()
    for number in range(1, 3):
        shelf.put(number)
    shelf.join()
    print('all eaten')

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
        return self.items.get()

    def task_done(self):
        with self.changed:
            if not self.unfinished.acquire(block=False):
                raise ValueError('task_done() called too many times')
            if self.unfinished.get_value() == 0:
                self.changed.notify_all()

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
        with shelf.changed:
            eat(number)
            shelf.task_done()


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

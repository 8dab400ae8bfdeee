from multiprocessing import Queue, Semaphore

PUTS = 3
GETS = 2


class CountingQueue:
    def __init__(self):
        self.items = Queue()
        self.unfinished = Semaphore(0)

    def put(self, item):
        self.unfinished.release()
        self.items.put(item)

    def get(self):
        return self.items.get()

    def task_done(self):
        if not self.unfinished.acquire(block=False):
            raise ValueError('task_done() called too many times')


if __name__ == '__main__':
    shelf = CountingQueue()
    for number in range(PUTS):
        shelf.put(number)
    for _ in range(GETS):
        shelf.get()
    shelf.task_done()
    print(shelf.unfinished.get_value(), 'unfinished')

from multiprocessing import Process, Queue, Semaphore


class CountingQueue:
    def __init__(self):
        self.items = Queue()
        self.unfinished = Semaphore(0)

    def put(self, item):
        self.items.put(item)
        self.unfinished.release()

    def get(self):
        return self.items.get()

    def task_done(self):
        if not self.unfinished.acquire(block=False):
            raise ValueError('task_done() called too many times')


def eat(shelf):
    shelf.get()
    print('ate the bun')
    shelf.task_done()


if __name__ == '__main__':
    shelf = CountingQueue()
    guest = Process(target=eat, name='guest', args=(shelf,))
    guest.start()
    shelf.put('bun')
    guest.join()

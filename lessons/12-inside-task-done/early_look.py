from multiprocessing import Condition, Process, Semaphore


class Counter:
    def __init__(self):
        self.unfinished = Semaphore(1)
        self.changed = Condition()

    def task_done(self):
        with self.changed:
            self.unfinished.acquire()
            if self.unfinished.get_value() == 0:
                self.changed.notify_all()

    def join(self):
        while self.unfinished.get_value() > 0:
            with self.changed:
                self.changed.wait()


def eat(counter):
    print('ate the last bun')
    counter.task_done()


if __name__ == '__main__':
    counter = Counter()
    Process(target=eat, name='guest', args=(counter,)).start()
    counter.join()
    print('all eaten')

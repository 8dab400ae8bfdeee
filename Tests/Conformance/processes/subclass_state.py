# A subclass: what run changes in self stays in the child.
from multiprocessing import Process, Queue


class Worker(Process):
    def __init__(self, q, numbers):
        super().__init__(name='adder')
        self.q = q
        self.numbers = numbers
        self.result = None

    def run(self):
        self.result = sum(self.numbers)
        self.q.put((self.name, self.result))


if __name__ == '__main__':
    q = Queue()
    worker = Worker(q, [1, 2, 3])
    worker.start()
    print(q.get())
    worker.join()
    print(worker.result, worker.exitcode, isinstance(worker, Process))
# expect: ('adder', 6)
# expect: None 0 True

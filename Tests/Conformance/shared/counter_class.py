# A counter of one's own around a Value.
from multiprocessing import Process, Value


class Counter:
    def __init__(self):
        self.shared = Value('i', 0)

    def increment(self):
        with self.shared.get_lock():
            self.shared.value += 1

    @property
    def value(self):
        return self.shared.value


def work(counter):
    for _ in range(50):
        counter.increment()


if __name__ == '__main__':
    counter = Counter()
    ps = [Process(target=work, args=(counter,)) for _ in range(2)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print(counter.value)
# expect: 100

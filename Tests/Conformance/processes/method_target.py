# A method as target works on a copy of its object.
from multiprocessing import Process


class Counter:
    def __init__(self):
        self.n = 0

    def add(self):
        self.n += 1
        print('child', self.n)


if __name__ == '__main__':
    counter = Counter()
    p = Process(target=counter.add)
    p.start()
    p.join()
    print('parent', counter.n)
# expect: child 1
# expect: parent 0

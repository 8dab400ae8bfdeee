# Instances, exceptions, named tuples and counters come out as what they were.
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from multiprocessing import Process, Queue

Order = namedtuple('Order', ['dish', 'count'])


class Kitchen:
    def __init__(self):
        self.orders = []

    def add(self, order):
        self.orders.append(order)


class TooHot(Exception):
    def __init__(self, degrees):
        super().__init__(degrees)
        self.degrees = degrees


def cook(q):
    kitchen = Kitchen()
    kitchen.add(Order('soup', 2))
    q.put(kitchen)
    q.put(TooHot(200))
    q.put([Counter('aab'), deque([1, 2]), defaultdict(list, a=[1])])


if __name__ == '__main__':
    q = Queue()
    p = Process(target=cook, args=(q,))
    p.start()
    print(q.get().orders[0].dish)
    error = q.get()
    print(repr(error), error.degrees)
    counter, line, lists = q.get()
    lists['b'].append(2)
    print(counter, line, dict(lists))
    p.join()
# expect: soup
# expect: TooHot(200) 200
# expect: Counter({'a': 2, 'b': 1}) deque([1, 2]) {'a': [1], 'b': [2]}

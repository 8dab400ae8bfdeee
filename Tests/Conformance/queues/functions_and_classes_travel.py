# Functions and instances of the module travel by name.
from multiprocessing import Process, Queue


class Dish:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'Dish({self.name})'


def double(x):
    return x * 2


def cook(q):
    q.put(Dish('soup'))
    q.put(double)
    q.put(len)
    q.put(Dish)
    q.put(ValueError('x'))
    q.put((1, {2: [3.5, True, None, b'b']}, {4}))


if __name__ == '__main__':
    q = Queue()
    p = Process(target=cook, args=(q,))
    p.start()
    print(q.get(), q.get()(4), q.get()('abc'), q.get() is Dish, repr(q.get()), q.get())
    p.join()
# expect: Dish(soup) 8 3 True ValueError('x') (1, {2: [3.5, True, None, b'b']}, {4})

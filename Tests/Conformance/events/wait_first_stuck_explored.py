# Each waits before it sets: nobody ever goes.
# expect stuck
# observe: stuck
# expect outcomes: {True}
from multiprocessing import Event, Process


def walk(mine, other):
    other.wait()
    mine.set()


if __name__ == '__main__':
    a, b = Event(), Event()
    p = Process(target=walk, args=(a, b))
    p.start()
    walk(b, a)
    p.join()

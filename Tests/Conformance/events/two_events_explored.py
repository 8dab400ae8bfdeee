# Each sets its own event and waits for the other's: they meet.
# observe: (stuck, before('came', 'gone'), printed('gone'))
# expect outcomes: {(False, True, 2)}
from multiprocessing import Event, Process


def walk(mine, other):
    print('came')
    mine.set()
    other.wait()
    print('gone')


if __name__ == '__main__':
    a, b = Event(), Event()
    p = Process(target=walk, args=(a, b))
    p.start()
    walk(b, a)
    p.join()
# expect: came
# expect: came
# expect: gone
# expect: gone

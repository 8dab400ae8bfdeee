# Two flags and no lock: each sets its own and looks at the other's. At least one sees the other.
# chance
# observe: printed('saw')
# expect outcomes: {1, 2}
from multiprocessing import Process, Value


def walk(mine, other):
    mine.value = 1
    if other.value == 1:
        print('saw')


if __name__ == '__main__':
    a, b = Value('i', 0), Value('i', 0)
    ps = [Process(target=walk, args=pair) for pair in [(a, b), (b, a)]]
    for p in ps:
        p.start()
    for p in ps:
        p.join()

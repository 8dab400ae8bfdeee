# A reader without the lock sees the half-done change.
# chance
# observe: lines
# expect outcomes: {['5 0'], ['4 0'], ['4 1'], ['5 1']}
from multiprocessing import Process, Value


def move(left, right):
    left.value -= 1
    right.value += 1


if __name__ == '__main__':
    left, right = Value('i', 5), Value('i', 0)
    p = Process(target=move, args=(left, right))
    p.start()
    print(left.value, right.value)
    p.join()

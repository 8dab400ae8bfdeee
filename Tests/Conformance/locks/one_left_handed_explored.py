# One of them takes the other fork first: nobody starves.
# observe: (stuck, printed('ate'))
# expect outcomes: {(False, 3)}
from multiprocessing import Lock, Process


def eat(left, right):
    with left:
        with right:
            print('ate')


if __name__ == '__main__':
    forks = [Lock() for _ in range(3)]
    pairs = [(forks[0], forks[1]), (forks[1], forks[2]), (forks[0], forks[2])]
    ps = [Process(target=eat, args=pair) for pair in pairs]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
# expect: ate
# expect: ate
# expect: ate

# Three walk, two pass: the third waits for a fourth.
# expect stuck
# observe: (printed('through'), stuck)
# expect outcomes: {(2, True)}
from multiprocessing import Barrier, Process


def walk(barrier):
    barrier.wait()
    print('through')


if __name__ == '__main__':
    barrier = Barrier(2)
    ps = [Process(target=walk, args=(barrier,)) for _ in range(3)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
# expect: through
# expect: through

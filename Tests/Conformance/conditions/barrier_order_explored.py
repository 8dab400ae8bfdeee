# Nobody passes before all have come.
# observe: (before('come', 'gone'), printed('come'), printed('gone'))
# expect outcomes: {(True, 2, 2)}
from multiprocessing import Barrier, Process


def walk(barrier):
    print('come')
    barrier.wait()
    print('gone')


if __name__ == '__main__':
    barrier = Barrier(2)
    ps = [Process(target=walk, args=(barrier,)) for _ in range(2)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
# expect: come
# expect: come
# expect: gone
# expect: gone

# Nobody begins the second round before everybody has finished the first.
# observe: lines
# expect outcomes: {['first', 'first', 'second', 'second']}
from multiprocessing import Barrier, Process


def walk(barrier):
    print('first')
    barrier.wait()
    print('second')


if __name__ == '__main__':
    barrier = Barrier(2)
    p = Process(target=walk, args=(barrier,))
    p.start()
    walk(barrier)
    p.join()
# expect: first
# expect: first
# expect: second
# expect: second

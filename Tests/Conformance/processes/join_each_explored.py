# start and join in one loop: one after the other, nothing at the same time.
# observe: lines
# expect outcomes: {['0 in', '0 out', '1 in', '1 out']}
from multiprocessing import Process


def child(n):
    print(n, 'in')
    print(n, 'out')


if __name__ == '__main__':
    for n in range(2):
        p = Process(target=child, args=(n,))
        p.start()
        p.join()
# expect: 0 in
# expect: 0 out
# expect: 1 in
# expect: 1 out

# The same without a lock: six orders.
# chance
# observe: lines
# expect outcomes: {['0a', '0b', '1a', '1b'], ['0a', '1a', '0b', '1b'], ['0a', '1a', '1b', '0b'], ['1a', '0a', '0b', '1b'], ['1a', '0a', '1b', '0b'], ['1a', '1b', '0a', '0b']}
from multiprocessing import Process


def show(n):
    print(f'{n}a')
    print(f'{n}b')


if __name__ == '__main__':
    ps = [Process(target=show, args=(n,)) for n in range(2)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()

# A lock that only one of the two takes protects nothing: the other's += may still lose.
# chance
# observe: lines
# expect outcomes: {['1'], ['2']}
from multiprocessing import Process, Value


def careful(n):
    with n.get_lock():
        n.value += 1


def careless(n):
    n.value += 1


if __name__ == '__main__':
    n = Value('i', 0)
    ps = [Process(target=f, args=(n,)) for f in (careful, careless)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print(n.value)

# d['n'] += 1 is a get and a set.
# chance
# observe: lines
# expect outcomes: {['1'], ['2']}
from multiprocessing import Manager, Process


def add(d):
    d['n'] += 1


if __name__ == '__main__':
    with Manager() as manager:
        d = manager.dict({'n': 0})
        ps = [Process(target=add, args=(d,)) for _ in range(2)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        print(d['n'])

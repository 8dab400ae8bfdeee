# To ask and then to set is two steps: both may think that they were first.
# chance
# observe: printed('mine')
# expect outcomes: {1, 2}
from multiprocessing import Manager, Process


def claim(d):
    if 'owner' not in d:
        d['owner'] = 1
        print('mine')


if __name__ == '__main__':
    with Manager() as manager:
        d = manager.dict()
        ps = [Process(target=claim, args=(d,)) for _ in range(2)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()

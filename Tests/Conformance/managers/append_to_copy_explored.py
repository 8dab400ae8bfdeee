# Read the inner list, change it, put it back: the other's change may be lost.
# chance
# observe: lines
# expect outcomes: {['1'], ['2']}
from multiprocessing import Manager, Process


def add(d):
    items = d['items']
    items.append(1)
    d['items'] = items


if __name__ == '__main__':
    with Manager() as manager:
        d = manager.dict(items=[])
        ps = [Process(target=add, args=(d,)) for _ in range(2)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        print(len(d['items']))

# One call is one step: of two appends none is lost.
# observe: lines
# expect outcomes: {['2']}
from multiprocessing import Manager, Process


def add(items):
    items.append(1)


if __name__ == '__main__':
    with Manager() as manager:
        items = manager.list()
        ps = [Process(target=add, args=(items,)) for _ in range(2)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        print(len(items))
# expect: 2

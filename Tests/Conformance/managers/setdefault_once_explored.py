# setdefault decides in the server: both see the same value, whosever it is.
# chance
# observe: lines
# expect outcomes: {['A A'], ['B B']}
from multiprocessing import Manager, Process


def claim(d, name):
    d[name] = d.setdefault('owner', name)


if __name__ == '__main__':
    with Manager() as manager:
        d = manager.dict()
        ps = [Process(target=claim, args=(d, name)) for name in 'AB']
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        print(d['A'], d['B'])

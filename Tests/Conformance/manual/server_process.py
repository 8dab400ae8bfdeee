# Sharing state: a server process keeps a dict and a list.
from multiprocessing import Manager, Process


def work(d, items):
    d[1] = 'one'
    d['two'] = 2
    d[0.5] = None
    items.reverse()


if __name__ == '__main__':
    with Manager() as manager:
        d, items = manager.dict(), manager.list(range(5))
        p = Process(target=work, args=(d, items))
        p.start()
        p.join()
        print(d)
        print(items)
# expect: {1: 'one', 'two': 2, 0.5: None}
# expect: [4, 3, 2, 1, 0]

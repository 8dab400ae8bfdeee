# Proxies inside proxies, to any depth.
from multiprocessing import Manager, Process


def child(d):
    d['list'].append('child')
    d['dict']['deep']['n'] += 1
    d['plain']['n'] += 1


if __name__ == '__main__':
    with Manager() as manager:
        d = manager.dict()
        d['list'] = manager.list(['parent'])
        d['dict'] = manager.dict(deep=manager.dict(n=0))
        d['plain'] = {'n': 0}
        p = Process(target=child, args=(d,))
        p.start()
        p.join()
        print(d['list'], d['dict']['deep'], d['plain'])
        rows = manager.list([manager.list([0] * 2) for _ in range(2)])
        rows[0][1] = 5
        print([list(row) for row in rows])
        d['list'] = rows[0]
        rows[0].append(6)
        print(d['list'][-1])
# expect: ['parent', 'child'] {'n': 1} {'n': 0}
# expect: [[0, 5], [0, 0]]
# expect: 6

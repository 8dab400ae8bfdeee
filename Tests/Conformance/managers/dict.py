# A dict in a server process.
from multiprocessing import Manager, Process


def child(d):
    d['child'] = [1, 2]
    d['n'] = d['n'] + 1
    del d['gone']


if __name__ == '__main__':
    with Manager() as manager:
        d = manager.dict({'n': 1, 'gone': 0})
        p = Process(target=child, args=(d,))
        p.start()
        p.join()
        print(d, len(d), d['n'], 'n' in d, d.get('x', 'none'))
        print(sorted(d.keys()), d.copy(), d.pop('n'), d.items())
        d.update(a=1)
        print(d.values(), d.setdefault('a', 5))
        d.clear()
        print(d)
        try:
            d['x']
        except KeyError as error:
            print(repr(error))
# expect: {'n': 2, 'child': [1, 2]} 2 2 True none
# expect: ['child', 'n'] {'n': 2, 'child': [1, 2]} 2 [('child', [1, 2])]
# expect: [[1, 2], 1] 1
# expect: {}
# expect: KeyError('x')

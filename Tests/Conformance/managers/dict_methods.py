# Every method of a managed dict.
from multiprocessing import Manager

if __name__ == '__main__':
    with Manager() as manager:
        d = manager.dict(a=1, b=2)
        e = manager.dict([('x', 1)], y=2)
        print(d, e, len(d), 'a' in d, 'z' in d)
        print(d['a'], d.get('z'), d.get('z', 0), d.setdefault('c'), d.setdefault('a', 9))
        print(d.keys(), d.values(), d.items(), [k for k in d])
        print(d.pop('c'), d.pop('c', 'gone'), d.popitem())
        d.update({'k': [1]})
        d.update([('l', 2)], m=3)
        print(d.copy(), type(d.copy()).__name__)
        del d['k']
        print(d.has_key('a') if hasattr(d, 'has_key') else 'no has_key')
        print(sorted(d), dict(d) == {'a': 1, 'l': 2, 'm': 3}, list(reversed(d.keys())))
        print(d.clear(), d, len(d))
# expect: {'a': 1, 'b': 2} {'x': 1, 'y': 2} 2 True False
# expect: 1 None 0 None 1
# expect: ['a', 'b', 'c'] [1, 2, None] [('a', 1), ('b', 2), ('c', None)] ['a', 'b', 'c']
# expect: None gone ('b', 2)
# expect: {'a': 1, 'k': [1], 'l': 2, 'm': 3} dict
# expect: no has_key
# expect: ['a', 'l', 'm'] True ['m', 'l', 'a']
# expect: None {} 0

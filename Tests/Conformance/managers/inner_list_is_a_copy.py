# A list inside a managed dict is copied out.
from multiprocessing import Manager

if __name__ == '__main__':
    with Manager() as manager:
        d = manager.dict({'a': [1]})
        d['a'].append(2)
        print(d)
        inner = d['a']
        inner.append(2)
        d['a'] = inner
        print(d)
# expect: {'a': [1]}
# expect: {'a': [1, 2]}

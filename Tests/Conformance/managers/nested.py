# A managed list inside a managed dict is one list.
from multiprocessing import Manager

if __name__ == '__main__':
    with Manager() as manager:
        d = manager.dict()
        d['a'] = manager.list([1])
        d['a'].append(2)
        print(list(d['a']), len(d['a']))
# expect: [1, 2] 2

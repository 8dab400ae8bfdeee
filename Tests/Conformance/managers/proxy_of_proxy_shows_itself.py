# A list of proxies shows the proxies.
from multiprocessing import Manager

if __name__ == '__main__':
    with Manager() as manager:
        outer = manager.list([manager.list([1]), 2])
        print(str(outer).split(' at ')[0], str(outer).endswith(', 2]'))
        print(outer[0], outer[1])
# expect: [<ListProxy object, typeid 'list' True
# expect: [1] 2

# Managers: a changed plain list in a managed one must be put back; a managed one need not.
from multiprocessing import Manager

if __name__ == '__main__':
    with Manager() as manager:
        outer = manager.list([{}])
        outer[0]['a'] = 1
        print(outer)
        inner = outer[0]
        inner['a'] = 1
        outer[0] = inner
        print(outer)
        outer.append(manager.dict())
        outer[1]['b'] = 2
        print(outer[1])
# expect: [{}]
# expect: [{'a': 1}]
# expect: {'b': 2}

# A manager's queue has an item as soon as put returns.
# observe: lines
# expect outcomes: {['1', 'True']}
from multiprocessing import Manager

if __name__ == '__main__':
    with Manager() as manager:
        q = manager.Queue()
        q.put(1)
        print(q.get(block=False))
        print(q.empty())
# expect: 1
# expect: True

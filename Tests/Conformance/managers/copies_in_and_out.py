# What goes into a managed list is a copy, and so is what comes out.
from multiprocessing import Manager

if __name__ == '__main__':
    with Manager() as manager:
        inner = [1]
        items = manager.list([inner])
        inner.append(2)
        print(items)
        items[0].append(3)
        print(items, items[0] is items[0])
        out = items[0]
        out.append(4)
        items[0] = out
        print(items)
        for inner in items:
            inner.append(5)
        print(items)
# expect: [[1]]
# expect: [[1]] False
# expect: [[1, 4]]
# expect: [[1, 4]]

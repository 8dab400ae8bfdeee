# A list in a server process.
from multiprocessing import Manager, Process


def child(items):
    items.append('child')
    items[0] = 'first'
    items.extend([1, 2])


if __name__ == '__main__':
    with Manager() as manager:
        items = manager.list(['x'])
        p = Process(target=child, args=(items,))
        p.start()
        p.join()
        print(items, len(items), items[1:3], items[-1])
        items.reverse()
        print(list(items), items.pop(), items.index(1), items.count(2), items + ['y'])
        items.remove(1)
        items.insert(0, 'z')
        print(items, 'z' in items, [x for x in items])
# expect: ['first', 'child', 1, 2] 4 ['child', 1] 2
# expect: [2, 1, 'child', 'first'] first 1 1 [2, 1, 'child', 'y']
# expect: ['z', 2, 'child'] True ['z', 2, 'child']

# Every method of a managed list.
from multiprocessing import Manager

if __name__ == '__main__':
    with Manager() as manager:
        items = manager.list(range(3))
        items.append('x')
        items.extend([5, 6])
        items.insert(1, 'y')
        print(items, len(items), items[0], items[-1], items[1:3], 'x' in items)
        print(items.pop(), items.pop(0), items.index('x'), items.count(5))
        items.remove('x')
        items.reverse()
        print(items, list(reversed(items)), [type(x).__name__ for x in items])
        items[0] = 50
        items[1:] = [8, 9, 10]
        del items[0]
        print(items, items + [1], items * 2, 2 * items)
        items += [7]
        items *= 2
        items.sort()
        print(items, type(items).__name__)
        items.sort(reverse=True)
        print(items[:], sum(items), max(items), sorted(items)[0])
# expect: [0, 'y', 1, 2, 'x', 5, 6] 7 0 6 ['y', 1] True
# expect: 6 0 3 1
# expect: [5, 2, 1, 'y'] ['y', 1, 2, 5] ['int', 'int', 'int', 'str']
# expect: [8, 9, 10] [8, 9, 10, 1] [8, 9, 10, 8, 9, 10] [8, 9, 10, 8, 9, 10]
# expect: [7, 7, 8, 8, 9, 9, 10, 10] ListProxy
# expect: [10, 10, 9, 9, 8, 8, 7, 7] 68 10 7

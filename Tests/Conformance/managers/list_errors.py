# What a managed list refuses.
from multiprocessing import Manager

if __name__ == '__main__':
    with Manager() as manager:
        items = manager.list([1, 'a'])
        for action in [lambda: items[5], lambda: items.remove(9), lambda: items.index(9),
                       lambda: items.sort(), lambda: items.pop(7), lambda: items['x'],
                       lambda: items.copy(), lambda: items.clear()]:
            try:
                action()
            except Exception as error:
                print(type(error).__name__, error)
        print(items == [1, 'a'], list(items) == [1, 'a'])
# expect: IndexError list index out of range
# expect: ValueError list.remove(x): x not in list
# expect: ValueError 9 is not in list
# expect: TypeError '<' not supported between instances of 'str' and 'int'
# expect: IndexError pop index out of range
# expect: TypeError list indices must be integers or slices, not str
# expect: AttributeError 'ListProxy' object has no attribute 'copy'
# expect: AttributeError 'ListProxy' object has no attribute 'clear'
# expect: False True

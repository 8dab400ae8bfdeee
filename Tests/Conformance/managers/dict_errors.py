# What a managed dict refuses, as a dict does.
from multiprocessing import Manager

if __name__ == '__main__':
    with Manager() as manager:
        d = manager.dict()
        for action in [lambda: d['x'], lambda: d.pop('x'), lambda: d.popitem(),
                       lambda: d.__delitem__('x'), lambda: d.__setitem__([], 1),
                       lambda: d.get(), lambda: d.add(1), lambda: d | {}]:
            try:
                action()
            except Exception as error:
                print(type(error).__name__, error)
        d['missing']
# expect: KeyError 'x'
# expect: KeyError 'x'
# expect: KeyError 'popitem(): dictionary is empty'
# expect: KeyError 'x'
# expect: TypeError unhashable type: 'list'
# expect: TypeError get expected at least 1 argument, got 0
# expect: AttributeError 'DictProxy' object has no attribute 'add'
# expect: TypeError unsupported operand type(s) for |: 'DictProxy' and 'dict'
# expect error: KeyError: 'missing'

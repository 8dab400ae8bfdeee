# What cannot be pickled cannot be put into a managed container; the caller hears of it.
from multiprocessing import Lock, Manager

if __name__ == '__main__':
    with Manager() as manager:
        d = manager.dict()
        for thing in [Lock(), (n for n in [1])]:
            try:
                d['x'] = thing
            except (RuntimeError, TypeError) as error:
                print(error)
        print(d)
        d['x'] = 'the proxy still works'
        print(d)
# expect: Lock objects should only be shared between processes through inheritance
# expect: cannot pickle 'generator' object
# expect: {}
# expect: {'x': 'the proxy still works'}

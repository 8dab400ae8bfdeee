# update with a managed dict first gets its keys, then the values one by one.
# chance
# observe: lines[-1]
# expect outcomes: {"{'x': 1, 'y': 2}", "{'x': 1, 'y': 5}", "{'x': 1}", "KeyError 'y'"}
from multiprocessing import Manager, Process


def change(items):
    items['y'] = 5
    del items['y']


if __name__ == '__main__':
    with Manager() as manager:
        ours, theirs = manager.dict(), manager.dict(x=1, y=2)
        p = Process(target=change, args=(theirs,))
        p.start()
        try:
            ours.update(theirs)
            print(ours)
        except KeyError as e:
            print('KeyError', e)
        p.join()

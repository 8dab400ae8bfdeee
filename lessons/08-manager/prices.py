from multiprocessing import Manager, Process


def raise_prices(own, shared):
    own['bread'] = 5
    shared['bread'] = 5


if __name__ == '__main__':
    manager = Manager()
    own = {'bread': 3}
    shared = manager.dict({'bread': 3})
    child = Process(target=raise_prices, args=(own, shared))
    child.start()
    child.join()
    print('own', own['bread'])
    print('shared', shared['bread'])

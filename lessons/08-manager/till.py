from multiprocessing import Manager, Process

SALES = 2


def sell(till):
    for _ in range(SALES):
        till['sold'] += 1


if __name__ == '__main__':
    manager = Manager()
    till = manager.dict({'sold': 0})
    sellers = [Process(target=sell, args=(till,)) for _ in range(2)]
    for seller in sellers:
        seller.start()
    for seller in sellers:
        seller.join()
    print('sold', till['sold'])

from multiprocessing import Manager, Process


def shop(baskets):
    baskets['ann'].append('jam')
    baskets['bob'] = ['tea', 'milk']


if __name__ == '__main__':
    manager = Manager()
    baskets = manager.dict({'ann': ['bread'], 'bob': []})
    child = Process(target=shop, args=(baskets,))
    child.start()
    child.join()
    print('ann has', len(baskets['ann']))
    print('bob has', len(baskets['bob']))

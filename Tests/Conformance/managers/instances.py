# Instances of one's own classes in a managed list are copies.
from multiprocessing import Manager, Process


class Account:
    def __init__(self, money):
        self.money = money


def child(accounts):
    accounts[0].money = 0
    second = accounts[1]
    second.money = 0
    accounts[1] = second


if __name__ == '__main__':
    with Manager() as manager:
        accounts = manager.list([Account(5), Account(5)])
        p = Process(target=child, args=(accounts,))
        p.start()
        p.join()
        print([a.money for a in accounts])
# expect: [5, 0]

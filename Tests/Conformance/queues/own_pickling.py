# __getstate__ and __setstate__ decide what travels.
from multiprocessing import Process, Queue


class Account:
    def __init__(self):
        self.money = 5
        self.secret = lambda: 1

    def __getstate__(self):
        return {'money': self.money}

    def __setstate__(self, state):
        self.money = state['money'] * 2


def child(q):
    q.put(Account())


if __name__ == '__main__':
    q = Queue()
    p = Process(target=child, args=(q,))
    p.start()
    account = q.get()
    print(account.money, hasattr(account, 'secret'))
    p.join()
# expect: 10 False

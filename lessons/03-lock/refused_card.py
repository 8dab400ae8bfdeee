from multiprocessing import Lock, Process

CARDS = ['good', 'refused', 'good']


def pay(card, lock):
    lock.acquire()
    if card == 'refused':
        raise ValueError('card refused')
    print('paid')
    lock.release()


if __name__ == '__main__':
    lock = Lock()
    buyers = [Process(target=pay, args=(card, lock)) for card in CARDS]
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()
    print('the shop closes')

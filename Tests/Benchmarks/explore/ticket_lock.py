# The same under a lock.
import json
from multiprocessing import Lock, Process

N = 3


def buy(buyer, lock):
    with lock:
        with open('ticket.json') as file:
            left = json.load(file)['left']
        if left > 0:
            with open('ticket.json', 'w') as file:
                json.dump({'left': left - 1}, file)
            print('buyer', buyer, 'bought')


if __name__ == '__main__':
    with open('ticket.json', 'w') as file:
        json.dump({'left': 1}, file)
    lock = Lock()
    buyers = [Process(target=buy, args=(n, lock)) for n in range(N)]
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()

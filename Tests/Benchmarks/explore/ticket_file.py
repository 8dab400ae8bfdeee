# The same with a file, which is empty for a moment whenever it is written.
import json
from multiprocessing import Process

N = 3


def buy(buyer):
    with open('ticket.json') as file:
        left = json.load(file)['left']
    if left > 0:
        with open('ticket.json', 'w') as file:
            json.dump({'left': left - 1}, file)
        print('buyer', buyer, 'bought')


if __name__ == '__main__':
    with open('ticket.json', 'w') as file:
        json.dump({'left': 1}, file)
    buyers = [Process(target=buy, args=(n,)) for n in range(N)]
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()

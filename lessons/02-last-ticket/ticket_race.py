import json
import random
import time
from multiprocessing import Process

BUYERS = 10
PAYING = 0.5


def look():
    with open('ticket.json') as file:
        return json.load(file)['left']


def buy(buyer):
    time.sleep(random.uniform(0, 2))
    left = look()
    print(f'buyer {buyer} sees {left} left')
    if left > 0:
        time.sleep(PAYING)
        with open('ticket.json', 'w') as file:
            json.dump({'left': left - 1}, file)
        print(f'buyer {buyer} bought')


if __name__ == '__main__':
    buyers = []
    for number in range(1, BUYERS + 1):
        buyers.append(Process(target=buy, args=(number,)))
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()

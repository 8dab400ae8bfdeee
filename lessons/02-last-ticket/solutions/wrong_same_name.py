import json
import os
import time
from multiprocessing import Process

BUYERS = 2


def look():
    with open('tickets.json') as file:
        return json.load(file)['left']


def sell(buyer, left):
    with open('new.json', 'w') as file:
        json.dump({'left': left}, file)
    os.replace('new.json', 'tickets.json')
    print(f'buyer {buyer} bought')


def buy(buyer):
    left = look()
    if left > 0:
        time.sleep(0.5)
        sell(buyer, left - 1)


if __name__ == '__main__':
    buyers = []
    for number in range(1, BUYERS + 1):
        buyers.append(Process(target=buy, args=(number,)))
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()

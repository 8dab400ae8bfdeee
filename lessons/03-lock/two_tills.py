import json
import random
import time
from multiprocessing import Lock, Process

BUYERS = 4


def look():
    with open('ticket.json') as file:
        return json.load(file)['left']


def buy(buyer, lock):
    time.sleep(random.uniform(0, 2))
    with lock:
        left = look()
        if left > 0:
            time.sleep(0.5)
            with open('ticket.json', 'w') as file:
                json.dump({'left': left - 1}, file)
            print(f'buyer {buyer} bought')


if __name__ == '__main__':
    tills = [Lock(), Lock()]
    buyers = []
    for number in range(1, BUYERS + 1):
        lock = tills[number % 2]
        buyers.append(Process(target=buy, args=(number, lock)))
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()

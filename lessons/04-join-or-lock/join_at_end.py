import json
import time
from multiprocessing import Process

BUYERS = 4


def look(buyer):
    print(f'buyer {buyer} looks')
    time.sleep(1)


def buy(buyer):
    look(buyer)
    with open('ticket.json') as file:
        left = json.load(file)['left']
    if left > 0:
        time.sleep(1)
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

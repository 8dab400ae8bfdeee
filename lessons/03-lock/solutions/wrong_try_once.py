import json
import time
from multiprocessing import Lock, Process

BUYERS = 3


def walk(buyer):
    print(f'buyer {buyer} walks to the counter')
    time.sleep(1)


def look():
    with open('ticket.json') as file:
        return json.load(file)['left']


def buy(buyer, lock):
    walk(buyer)
    if not lock.acquire(block=False):
        return
    left = look()
    if left == 0:
        print(f'buyer {buyer} goes home')
        lock.release()
        return
    with open('ticket.json', 'w') as file:
        json.dump({'left': left - 1}, file)
    print(f'buyer {buyer} bought')
    lock.release()


if __name__ == '__main__':
    lock = Lock()
    buyers = []
    for number in range(1, BUYERS + 1):
        buyers.append(Process(target=buy, args=(number, lock)))
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()

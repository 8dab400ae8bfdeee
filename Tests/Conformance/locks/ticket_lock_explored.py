# With a lock from the look to the purchase: always one, and nobody dies.
# observe: (printed('bought'), crashed, file('ticket.json'))
# expect outcomes: {(1, 0, '{"left": 0}')}
import json
from multiprocessing import Lock, Process


def look():
    with open('ticket.json') as file:
        return json.load(file)['left']


def buy(lock):
    with lock:
        left = look()
        if left > 0:
            with open('ticket.json', 'w') as file:
                json.dump({'left': left - 1}, file)
            print('bought')


if __name__ == '__main__':
    lock = Lock()
    with open('ticket.json', 'w') as file:
        json.dump({'left': 1}, file)
    buyers = [Process(target=buy, args=(lock,)) for _ in range(3)]
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()
# expect: bought

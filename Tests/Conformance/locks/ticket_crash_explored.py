# A buyer can read the file while another has emptied it.
# chance
# observe: (printed('bought'), raised('JSONDecodeError'))
# expect outcomes: {(1, 0), (2, 0), (3, 0), (1, 1), (1, 2), (2, 1)}
import json
from multiprocessing import Process


def look():
    with open('ticket.json') as file:
        return json.load(file)['left']


def buy():
    left = look()
    if left > 0:
        with open('ticket.json', 'w') as file:
            json.dump({'left': left - 1}, file)
        print('bought')


if __name__ == '__main__':
    with open('ticket.json', 'w') as file:
        json.dump({'left': 1}, file)
    buyers = [Process(target=buy) for _ in range(3)]
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()

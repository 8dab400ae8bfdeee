# A process that obeys: commands go one way, answers the other.
from multiprocessing import Pipe, Process


def shop(end):
    stock = {}
    while True:
        command, *args = end.recv()
        if command == 'add':
            name, count = args
            stock[name] = stock.get(name, 0) + count
        elif command == 'ask':
            end.send(stock.get(args[0], 0))
        elif command == 'close':
            end.send(sorted(stock.items()))
            break


if __name__ == '__main__':
    here, there = Pipe()
    p = Process(target=shop, args=(there,))
    p.start()
    here.send(('add', 'milk', 2))
    here.send(('add', 'milk', 3))
    here.send(('ask', 'milk'))
    print(here.recv())
    here.send(('ask', 'beer'))
    print(here.recv())
    here.send(['close'])
    print(here.recv())
    p.join()
# expect: 5
# expect: 0
# expect: [('milk', 5)]

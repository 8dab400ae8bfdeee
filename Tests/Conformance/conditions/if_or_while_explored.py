# `if` in place of `while`: the second waker may find that the first has taken it.
# chance
# observe: raised('IndexError')
# expect outcomes: {0, 1}
import json
from multiprocessing import Condition, Process


def read():
    with open('stock.json') as file:
        return json.load(file)


def write(stock):
    with open('stock.json', 'w') as file:
        json.dump(stock, file)


def take(condition):
    with condition:
        if not read():
            condition.wait()
        stock = read()
        stock.pop()
        write(stock)


if __name__ == '__main__':
    write([])
    condition = Condition()
    ps = [Process(target=take, args=(condition,), daemon=True) for _ in range(2)]
    for p in ps:
        p.start()
    with condition:
        write(['bun'])
        condition.notify_all()
    with condition:
        pass

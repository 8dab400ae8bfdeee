# One ticket, N buyers: each looks, and takes it if it is there. Looking and taking are one step each.
from multiprocessing import Process, RawArray

N = 3


def buy(tickets, bought, buyer):
    left = tickets[0]
    if left > 0:
        tickets[0] = left - 1
        bought[buyer] = 1


if __name__ == '__main__':
    tickets = RawArray('i', [1])
    bought = RawArray('i', N)
    buyers = [Process(target=buy, args=(tickets, bought, n)) for n in range(N)]
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()
    print(sum(bought), 'bought')

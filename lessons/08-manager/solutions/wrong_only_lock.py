from multiprocessing import Lock, Manager, Process

WAITERS = 2


def listen(waiter):
    print(f'waiter {waiter} listens to the guest')
    return f'dish {waiter}'


def serve(waiter, orders, pencil):
    dish = listen(waiter)
    with pencil:
        orders['table'].append(dish)


if __name__ == '__main__':
    manager = Manager()
    pencil = Lock()
    orders = manager.dict({'table': []})
    waiters = []
    for number in range(1, WAITERS + 1):
        waiters.append(Process(target=serve, args=(number, orders, pencil)))
    for waiter in waiters:
        waiter.start()
    for waiter in waiters:
        waiter.join()
    print('the cook reads', len(orders['table']), 'dishes')

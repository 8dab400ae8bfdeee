from multiprocessing import Process

WAITERS = 2


def listen(waiter):
    print(f'waiter {waiter} listens to the guest')
    return f'dish {waiter}'


def serve(waiter, orders):
    dish = listen(waiter)
    orders['table'].append(dish)


if __name__ == '__main__':
    orders = {'table': []}
    waiters = []
    for number in range(1, WAITERS + 1):
        waiters.append(Process(target=serve, args=(number, orders)))
    for waiter in waiters:
        waiter.start()
    for waiter in waiters:
        waiter.join()
    print('the cook reads', len(orders['table']), 'dishes')

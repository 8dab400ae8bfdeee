# A lock fixes no order.
# chance
# observe: lines
# expect outcomes: {['1', '2'], ['2', '1']}
from multiprocessing import Lock, Process


def work(lock, n):
    with lock:
        print(n)


if __name__ == '__main__':
    lock = Lock()
    ps = [Process(target=work, args=(lock, n)) for n in [1, 2]]
    for p in ps:
        p.start()
    for p in ps:
        p.join()

# A join with a time may come back too early.
# chance
# observe: lines
# expect outcomes: {['True', '0'], ['False', '0']}
from multiprocessing import Process


def child():
    pass


if __name__ == '__main__':
    p = Process(target=child)
    p.start()
    p.join(0.05)
    print(p.is_alive())
    p.join()
    print(p.exitcode)

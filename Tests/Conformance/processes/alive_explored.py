# is_alive right after start may already be False.
# chance
# observe: lines
# expect outcomes: {['True'], ['False']}
from multiprocessing import Process


def nothing():
    pass


if __name__ == '__main__':
    p = Process(target=nothing)
    p.start()
    print(p.is_alive())
    p.join()

# N philosophers who each eat once: the left fork first, then the right one.
from multiprocessing import Lock, Process

N = 3


def dine(left, right):
    left.acquire()
    right.acquire()
    left.release()
    right.release()


if __name__ == '__main__':
    forks = [Lock() for _ in range(N)]
    diners = [Process(target=dine, args=(forks[n], forks[(n + 1) % N])) for n in range(N)]
    for diner in diners:
        diner.start()
    for diner in diners:
        diner.join()

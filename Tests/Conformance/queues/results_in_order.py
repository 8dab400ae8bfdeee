# Results come in any order; a number with each puts them right.
import time
from multiprocessing import Process, Queue


def work(number, q):
    time.sleep((3 - number) * 0.05)
    q.put((number, number ** 2))


if __name__ == '__main__':
    q = Queue()
    for number in range(4):
        Process(target=work, args=(number, q)).start()
    results = [q.get() for _ in range(4)]
    print(sorted(results), len(results))
# expect: [(0, 0), (1, 1), (2, 4), (3, 9)] 4

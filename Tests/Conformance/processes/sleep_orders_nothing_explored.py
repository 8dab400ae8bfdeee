# A sleep makes an order likely, not certain.
# chance
# observe: lines
# expect outcomes: {['a', 'b'], ['b', 'a']}
import time
from multiprocessing import Process


def late(word):
    time.sleep(0.1)
    print(word)


if __name__ == '__main__':
    a = Process(target=print, args=('a',))
    b = Process(target=late, args=('b',))
    b.start()
    a.start()
    a.join()
    b.join()

import time
from multiprocessing import Process, Queue
from queue import Empty, Full

ROOM = 1
LOAVES = 4


def bake(shelf):
    for number in range(1, LOAVES + 1):
        print('baked', number)
        try:
            shelf.put(number, block=False)
        except Full:
            print('threw away', number)


def eat(shelf):
    try:
        for _ in range(LOAVES):
            print('ate', shelf.get(timeout=1))
            time.sleep(1)
    except Empty:
        print('went home hungry')


if __name__ == '__main__':
    shelf = Queue(ROOM)
    baker = Process(target=bake, args=(shelf,))
    eater = Process(target=eat, args=(shelf,))
    baker.start()
    eater.start()
    baker.join()
    eater.join()

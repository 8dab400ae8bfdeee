import time
from multiprocessing import Process, Queue

ROOM = 1
LOAVES = 4


def bake(shelf):
    for number in range(1, LOAVES + 1):
        print('baked', number)
        shelf.put(number)


def eat(shelf):
    for _ in range(LOAVES):
        print('ate', shelf.get())
        time.sleep(1)


if __name__ == '__main__':
    shelf = Queue()
    baker = Process(target=bake, args=(shelf,))
    eater = Process(target=eat, args=(shelf,))
    baker.start()
    eater.start()
    baker.join()
    eater.join()

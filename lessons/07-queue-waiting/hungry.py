import time
from multiprocessing import Process, Queue
from queue import Empty

BAKING = 1


def bake(shelf):
    time.sleep(BAKING)
    shelf.put('bread')


if __name__ == '__main__':
    shelf = Queue(3)
    baker = Process(target=bake, args=(shelf,))
    baker.start()
    try:
        print('ate', shelf.get(timeout=3))
    except Empty:
        print('went home hungry')
    baker.join()

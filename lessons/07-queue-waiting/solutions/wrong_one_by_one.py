import time
from multiprocessing import Process, Queue

ROOM = 1
LOAVES = 4


def bake(shelf, thanks):
    for number in range(1, LOAVES + 1):
        print('baked', number)
        shelf.put(number)
        thanks.get()


def eat(shelf, thanks):
    for _ in range(LOAVES):
        print('ate', shelf.get())
        thanks.put('thank you')
        time.sleep(1)


if __name__ == '__main__':
    shelf = Queue(ROOM)
    thanks = Queue()
    baker = Process(target=bake, args=(shelf, thanks))
    eater = Process(target=eat, args=(shelf, thanks))
    baker.start()
    eater.start()
    baker.join()
    eater.join()

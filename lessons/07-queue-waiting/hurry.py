from multiprocessing import Queue
from queue import Empty, Full

ROOM = 3

if __name__ == '__main__':
    shelf = Queue(ROOM)
    for number in range(1, 5):
        try:
            shelf.put(number, block=False)
            print('put', number)
        except Full:
            print('no room for', number)
    try:
        print('ate', shelf.get(block=False))
    except Empty:
        print('found nothing')

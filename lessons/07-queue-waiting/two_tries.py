from multiprocessing import Queue
from queue import Full

PATIENCE = 3

if __name__ == '__main__':
    shelf = Queue(1)
    shelf.put('bread')
    for cake in ['cheesecake', 'carrot cake']:
        try:
            shelf.put(cake, timeout=PATIENCE)
        except Full:
            print('no room for', cake)

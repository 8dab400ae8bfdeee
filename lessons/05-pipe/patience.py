import time
from multiprocessing import Pipe, Process

COOKING = 1
PATIENCE = 3


def cook(kitchen):
    time.sleep(COOKING)
    kitchen.send('soup')


if __name__ == '__main__':
    mouth, kitchen = Pipe(duplex=False)
    child = Process(target=cook, args=(kitchen,))
    child.start()
    if mouth.poll(PATIENCE):
        print('ate', mouth.recv())
    else:
        print('went home hungry')
    child.join()

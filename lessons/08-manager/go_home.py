import time
from multiprocessing import Manager, Process


def write_down(notes):
    time.sleep(1)
    notes['sold'] = 7
    print('child has written it down')


if __name__ == '__main__':
    manager = Manager()
    notes = manager.dict()
    child = Process(target=write_down, args=(notes,))
    child.start()
    print('parent goes home')

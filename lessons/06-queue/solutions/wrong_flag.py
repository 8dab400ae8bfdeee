import time
from multiprocessing import Event, Process, Queue

LOAVES = 2


def bake(queue, done):
    for number in range(1, LOAVES + 1):
        time.sleep(1)
        print('baked', number)
        queue.put(number)
    done.set()


def eat(queue, done):
    while not done.is_set() or not queue.empty():
        print('ate', queue.get())
    print('that was all')


if __name__ == '__main__':
    queue = Queue()
    done = Event()
    baker = Process(target=bake, args=(queue, done))
    eater = Process(target=eat, args=(queue, done))
    baker.start()
    eater.start()
    baker.join()
    eater.join()

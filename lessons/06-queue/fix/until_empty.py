import time
from multiprocessing import Process, Queue

LOAVES = 2


def bake(queue):
    for number in range(1, LOAVES + 1):
        time.sleep(1)
        print('baked', number)
        queue.put(number)


def eat(queue):
    while not queue.empty():
        print('ate', queue.get())
    print('that was all')


if __name__ == '__main__':
    queue = Queue()
    baker = Process(target=bake, args=(queue,))
    eater = Process(target=eat, args=(queue,))
    baker.start()
    eater.start()
    baker.join()
    eater.join()

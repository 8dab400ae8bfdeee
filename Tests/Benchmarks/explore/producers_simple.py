# producers.py without feeders: whoever puts writes into the pipe himself, once there is room.
from multiprocessing import Process, Semaphore, SimpleQueue

N = 3
K = 3


def produce(queue, room, others, number):
    for item in range(K):
        room.acquire()
        queue.put(number * 10 + item)
    is_last = not others.acquire(False)
    if is_last:
        room.acquire()
        queue.put(None)
        room.acquire()
        queue.put(None)


def consume(queue, room):
    item = queue.get()
    room.release()
    while item is not None:
        item = queue.get()
        room.release()


if __name__ == '__main__':
    queue = SimpleQueue()
    room = Semaphore(3)
    others = Semaphore(N - 1)
    workers = [Process(target=produce, args=(queue, room, others, n)) for n in range(N)]
    workers += [Process(target=consume, args=(queue, room)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

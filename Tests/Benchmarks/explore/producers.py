# N producers of K items each, two consumers, room for three; the last producer tells the consumers.
from multiprocessing import Lock, Process, Queue, RawArray

N = 3
K = 3


def produce(queue, left, lock, number):
    for item in range(K):
        queue.put(number * 10 + item)
    with lock:
        left[0] -= 1
        last = left[0] == 0
    if last:
        queue.put(None)
        queue.put(None)


def consume(queue):
    while queue.get() is not None:
        pass


if __name__ == '__main__':
    queue = Queue(3)
    left = RawArray('i', [N])
    lock = Lock()
    workers = [Process(target=produce, args=(queue, left, lock, n)) for n in range(N)]
    workers += [Process(target=consume, args=(queue,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

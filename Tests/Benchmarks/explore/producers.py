# N producers of K items each, two consumers, room for three; the last producer tells the consumers.
from multiprocessing import Process, Queue, Semaphore

N = 3
K = 3


def produce(queue, others, number):
    for item in range(K):
        queue.put(number * 10 + item)
    is_last = not others.acquire(False)
    if is_last:
        queue.put(None)
        queue.put(None)


def consume(queue):
    while queue.get() is not None:
        pass


if __name__ == '__main__':
    queue = Queue(3)
    others = Semaphore(N - 1)
    workers = [Process(target=produce, args=(queue, others, n)) for n in range(N)]
    workers += [Process(target=consume, args=(queue,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

# Each item is taken once, whoever takes it.
from multiprocessing import Process, Queue


def square(tasks, results):
    for n in iter(tasks.get, None):
        results.put((n, n * n))


if __name__ == '__main__':
    tasks, results = Queue(), Queue()
    workers = [Process(target=square, args=(tasks, results)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for n in range(12):
        tasks.put(n)
    for _ in workers:
        tasks.put(None)
    print(sorted(results.get() for _ in range(12))[-3:])
    for worker in workers:
        worker.join()
    print([worker.exitcode for worker in workers])
# expect: [(9, 81), (10, 100), (11, 121)]
# expect: [0, 0, 0]

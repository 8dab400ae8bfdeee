# A pipe for each worker: results by worker, in the order in which they are asked for.
from multiprocessing import Pipe, Process


def square(end):
    for n in iter(end.recv, None):
        end.send(n * n)


if __name__ == '__main__':
    ends, workers = [], []
    for _ in range(3):
        mine, theirs = Pipe()
        worker = Process(target=square, args=(theirs,))
        worker.start()
        ends.append(mine)
        workers.append(worker)
    for n, end in enumerate(ends):
        end.send(n + 2)
    print([end.recv() for end in ends])
    for end in ends:
        end.send(None)
    for worker in workers:
        worker.join()
    print([worker.exitcode for worker in workers])
# expect: [4, 9, 16]
# expect: [0, 0, 0]

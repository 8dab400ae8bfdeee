# A pipeline: each process takes from one queue and puts into the next.
from multiprocessing import Process, Queue


def stage(work, source, target):
    for item in iter(source.get, None):
        target.put(work(item))
    target.put(None)


def double(n):
    return n * 2


if __name__ == '__main__':
    queues = [Queue() for _ in range(3)]
    for work, source, target in [(double, *queues[:2]), (str, *queues[1:])]:
        Process(target=stage, args=(work, source, target)).start()
    for n in range(4):
        queues[0].put(n)
    queues[0].put(None)
    print(list(iter(queues[2].get, None)))
# expect: ['0', '2', '4', '6']

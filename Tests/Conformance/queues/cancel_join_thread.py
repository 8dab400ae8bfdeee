# cancel_join_thread lets the process end and lose its items.
from multiprocessing import Process, Queue


def cook(q):
    q.cancel_join_thread()
    q.put('x' * 1_000_000)


if __name__ == '__main__':
    q = Queue()
    p = Process(target=cook, args=(q,))
    p.start()
    p.join()
    print(p.exitcode)
# expect: 0

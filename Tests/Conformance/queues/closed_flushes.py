# close and join_thread: what was put before is in the pipe.
from multiprocessing import Process, Queue


def cook(q):
    for n in range(3):
        q.put(n)
    q.close()
    q.join_thread()
    print('flushed')
    try:
        q.put(3)
    except ValueError as error:
        print(str(error).endswith('is closed'))


if __name__ == '__main__':
    q = Queue()
    p = Process(target=cook, args=(q,))
    p.start()
    p.join()
    print([q.get(block=False) for _ in range(3)], q.qsize())
# expect: flushed
# expect: True
# expect: [0, 1, 2] 0

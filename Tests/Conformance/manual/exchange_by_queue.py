# Exchanging objects: a queue.
from multiprocessing import Process, Queue


def work(q):
    q.put([7, {'sold': True}, 'ticket'])


if __name__ == '__main__':
    q = Queue()
    p = Process(target=work, args=(q,))
    p.start()
    print(q.get())
    p.join()
# expect: [7, {'sold': True}, 'ticket']

# A queue carries values from one process to another.
from multiprocessing import Process, Queue


def cook(q):
    q.put('hotdog')
    q.put({'kind': 'soup', 'n': [1, 2]})
    q.put(None)


if __name__ == '__main__':
    q = Queue()
    p = Process(target=cook, args=(q,))
    p.start()
    print(q.get())
    print(q.get())
    print(q.get())
    p.join()
# expect: hotdog
# expect: {'kind': 'soup', 'n': [1, 2]}
# expect: None

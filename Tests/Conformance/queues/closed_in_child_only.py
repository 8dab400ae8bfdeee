# close concerns the process that calls it.
from multiprocessing import Process, Queue


def child(q):
    q.close()
    try:
        q.get()
    except ValueError as error:
        print('child:', str(error).endswith('is closed'))


if __name__ == '__main__':
    q = Queue()
    p = Process(target=child, args=(q,))
    p.start()
    p.join()
    q.put('parent')
    print(q.get())
# expect: child: True
# expect: parent

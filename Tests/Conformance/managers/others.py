# A manager's value, array, queue, lock, event.
from multiprocessing import Manager, Process


def child(value, array, q, lock, event):
    with lock:
        value.value += 1
        array[0] = 9
    q.put('from child')
    event.set()


if __name__ == '__main__':
    with Manager() as manager:
        value, array = manager.Value('i', 1), manager.Array('i', [1, 2])
        q, lock, event = manager.Queue(), manager.Lock(), manager.Event()
        p = Process(target=child, args=(value, array, q, lock, event))
        p.start()
        print(event.wait(), q.get(), q.empty(), q.qsize())
        p.join()
        print(value.value, array[0], array[:], len(array))
        s = manager.Semaphore(1)
        print(s.acquire(), s.acquire(False), s.release())
# expect: True from child True 0
# expect: 2 9 array('i', [9, 2]) 2
# expect: True False None

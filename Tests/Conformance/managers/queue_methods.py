# A managed queue: no feeder, so all is exact; it can be joined, too.
from multiprocessing import Manager
from queue import Empty, Full

if __name__ == '__main__':
    with Manager() as manager:
        q = manager.Queue(2)
        print(q.empty(), q.full(), q.qsize())
        q.put('a')
        q.put('b', timeout=1)
        print(q.empty(), q.full(), q.qsize())
        for action in [lambda: q.put('c', False), lambda: q.put('c', timeout=0.02),
                       lambda: q.put_nowait('c')]:
            try:
                action()
            except Full as error:
                print(repr(error))
        print(q.get(), q.get_nowait())
        for action in [lambda: q.get(False), lambda: q.get(timeout=0.02)]:
            try:
                action()
            except Empty as error:
                print(repr(error))
        q.task_done()
        q.task_done()
        print(q.join())
        try:
            q.close()
        except AttributeError as error:
            print(error)
        q.task_done()
# expect: True False 0
# expect: False True 2
# expect: Full()
# expect: Full()
# expect: Full()
# expect: a b
# expect: Empty()
# expect: Empty()
# expect: None
# expect: 'AutoProxy[Queue]' object has no attribute 'close'
# expect error: ValueError: task_done() called too many times

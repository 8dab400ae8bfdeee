# An exception in the server comes back to the caller.
from multiprocessing import Manager
from queue import Empty

if __name__ == '__main__':
    with Manager() as manager:
        q = manager.Queue(1)
        try:
            q.get_nowait()
        except Empty as error:
            print(repr(error))
        items = manager.list()
        try:
            items.pop()
        except IndexError as error:
            print(error)
# expect: Empty()
# expect: pop from empty list

# An event is a flag that processes wait for.
from multiprocessing import Event, Process


def child(ready):
    print('child waits')
    print(ready.wait())


if __name__ == '__main__':
    ready = Event()
    print(ready.is_set(), ready.wait(timeout=0.05))
    p = Process(target=child, args=(ready,))
    p.start()
    ready.set()
    p.join()
    print(ready.is_set(), ready.wait())
    ready.clear()
    print(ready.is_set())
# expect: False False
# expect: child waits
# expect: True
# expect: True True
# expect: False

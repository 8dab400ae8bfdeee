# A managed event.
from multiprocessing import Manager, Process


def child(event, done):
    event.wait()
    print('child goes')
    done.set()


if __name__ == '__main__':
    with Manager() as manager:
        event, done = manager.Event(), manager.Event()
        print(event.is_set(), event.wait(0.05))
        p = Process(target=child, args=(event, done))
        p.start()
        event.set()
        print(done.wait(10), event.is_set(), event.wait(), event.wait(0))
        event.clear()
        print(event.is_set())
        p.join()
# expect: False False
# expect: child goes
# expect: True True True True
# expect: False

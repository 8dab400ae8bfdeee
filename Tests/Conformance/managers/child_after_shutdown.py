# A child that asks after the server is gone dies of it.
from multiprocessing import Event, Manager, Process


def child(d, event):
    event.wait()
    try:
        d['n'] = 1
    except (OSError, EOFError) as error:
        print('gone:', isinstance(error, (FileNotFoundError, ConnectionError, EOFError)))


if __name__ == '__main__':
    event = Event()
    with Manager() as manager:
        d = manager.dict()
        p = Process(target=child, args=(d, event))
        p.start()
    event.set()
    p.join()
    print(p.exitcode)
# expect: gone: True
# expect: 0

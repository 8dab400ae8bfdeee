# An event fixes an order.
# observe: lines
# expect outcomes: {['first', 'second']}
from multiprocessing import Event, Process


def second(ready):
    ready.wait()
    print('second')


if __name__ == '__main__':
    ready = Event()
    p = Process(target=second, args=(ready,))
    p.start()
    print('first')
    ready.set()
    p.join()
# expect: first
# expect: second

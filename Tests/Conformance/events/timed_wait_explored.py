# A wait with a time.
# chance
# observe: lines
# expect outcomes: {['True'], ['False']}
from multiprocessing import Event, Process


def child(event):
    event.set()


if __name__ == '__main__':
    event = Event()
    p = Process(target=child, args=(event,))
    p.start()
    print(event.wait(0.01))
    p.join()

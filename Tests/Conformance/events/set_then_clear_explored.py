# set and clear at once: a waiter may pass, be woken too late, or never be woken.
# chance
# observe: (lines, stuck)
# expect outcomes: {(['True'], False), (['False'], False), ([], True)}
from multiprocessing import Event, Process


def child(event):
    print(event.wait())


if __name__ == '__main__':
    event = Event()
    p = Process(target=child, args=(event,))
    p.start()
    event.set()
    event.clear()
    p.join()

# One set lets all go who wait.
from multiprocessing import Event, Process


def child(event):
    event.wait()


if __name__ == '__main__':
    event = Event()
    ps = [Process(target=child, args=(event,)) for _ in range(4)]
    for p in ps:
        p.start()
    event.set()
    for p in ps:
        p.join()
    print([p.exitcode for p in ps], event.is_set())
# expect: [0, 0, 0, 0] True

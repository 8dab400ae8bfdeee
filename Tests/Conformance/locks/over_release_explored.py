# Two give back a place that was taken once: exactly one hears of it.
# observe: raised('ValueError')
# expect outcomes: {1}
from multiprocessing import BoundedSemaphore, Process


def give(s):
    s.release()


if __name__ == '__main__':
    s = BoundedSemaphore(1)
    s.acquire()
    ps = [Process(target=give, args=(s,)) for _ in range(2)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
# expect stderr: ValueError: semaphore or lock released too many times

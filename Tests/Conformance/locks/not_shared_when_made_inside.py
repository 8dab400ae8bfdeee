# A lock made in each process protects nothing.
# chance
# observe: overlap('inside')
# expect outcomes: {True, False}
from multiprocessing import Lock, Process


def inside():
    print('in')
    print('out')


def work():
    lock = Lock()
    with lock:
        inside()


if __name__ == '__main__':
    ps = [Process(target=work) for _ in range(2)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()

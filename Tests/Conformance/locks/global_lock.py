# A global lock is one lock in all forked children.
# observe: overlap('inside')
# expect outcomes: {False}
from multiprocessing import Lock, Process

lock = Lock()


def inside():
    print('in')
    print('out')


def work():
    with lock:
        inside()


if __name__ == '__main__':
    ps = [Process(target=work) for _ in range(2)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
# expect: in
# expect: out
# expect: in
# expect: out

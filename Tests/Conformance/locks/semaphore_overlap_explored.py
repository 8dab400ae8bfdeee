# At most two inside.
# observe: stuck
# expect outcomes: {False}
from multiprocessing import Process, Semaphore


def work(s):
    with s:
        print('in')


if __name__ == '__main__':
    s = Semaphore(2)
    ps = [Process(target=work, args=(s,)) for _ in range(3)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
# expect: in
# expect: in
# expect: in

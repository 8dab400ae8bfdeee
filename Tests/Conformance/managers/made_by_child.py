# A child may use the manager itself to make more.
from multiprocessing import Manager, Process


def child(manager, d):
    d['items'] = manager.list([1, 2])


if __name__ == '__main__':
    with Manager() as manager:
        d = manager.dict()
        p = Process(target=child, args=(manager, d))
        p.start()
        p.join()
        print(d.keys(), p.exitcode)
# expect: ['items'] 0

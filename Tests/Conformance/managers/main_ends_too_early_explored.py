# Main ends: its manager may be gone before the child uses it.
# chance
# observe: printed('done')
# expect outcomes: {0, 1}
from multiprocessing import Manager, Process


def child(d):
    d['n'] = 1
    print('done')


if __name__ == '__main__':
    manager = Manager()
    d = manager.dict()
    Process(target=child, args=(d,)).start()

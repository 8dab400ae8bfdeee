# An error in the server ends the child that asked, with a traceback.
from multiprocessing import Manager, Process


def child(d):
    print(d['missing'])


if __name__ == '__main__':
    with Manager() as manager:
        d = manager.dict()
        p = Process(target=child, args=(d,))
        p.start()
        p.join()
        print(p.exitcode, d)
# expect stderr: Process Process-2:
# expect stderr:     print(d['missing'])
# expect stderr: KeyError: 'missing'
# expect: 1 {}

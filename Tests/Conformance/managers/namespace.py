# A namespace in a server process.
from multiprocessing import Manager, Process


def child(ns):
    ns.n += 1
    ns.word = 'child'


if __name__ == '__main__':
    with Manager() as manager:
        ns = manager.Namespace()
        ns.n = 1
        p = Process(target=child, args=(ns,))
        p.start()
        p.join()
        print(ns.n, ns.word, ns)
        try:
            ns.missing
        except AttributeError as error:
            print(error)
# expect: 2 child Namespace(n=2, word='child')
# expect: 'Namespace' object has no attribute 'missing'

# += on a namespace's attribute is a get and a set.
# chance
# observe: lines
# expect outcomes: {['1'], ['2']}
from multiprocessing import Manager, Process


def add(ns):
    ns.n += 1


if __name__ == '__main__':
    with Manager() as manager:
        ns = manager.Namespace(n=0)
        ps = [Process(target=add, args=(ns,)) for _ in range(2)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        print(ns.n)

# extend with a managed list gets the items one by one, and others come in between.
# chance
# observe: lines[-1]
# expect outcomes: {"['a', 1, 2, 'b']", "[1, 'a', 2, 'b']", "[1, 2, 'a', 'b']", "[1, 2, 'b', 'a']", "['a', 1, 2]", "[1, 'a', 2]", "[1, 2, 'a']"}
from multiprocessing import Manager, Process


def add(items, item):
    items.append(item)


if __name__ == '__main__':
    with Manager() as manager:
        ours, theirs = manager.list(), manager.list([1, 2])
        ps = [Process(target=add, args=(ours, 'a')), Process(target=add, args=(theirs, 'b'))]
        for p in ps:
            p.start()
        ours.extend(theirs)
        for p in ps:
            p.join()
        print(ours)

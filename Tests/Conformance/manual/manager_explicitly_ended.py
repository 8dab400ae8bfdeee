# Managers: shut down by hand.
from multiprocessing import Manager, Process


def work(counts, name):
    counts[name] = len(name)


if __name__ == '__main__':
    manager = Manager()
    counts = manager.dict()
    ps = [Process(target=work, args=(counts, name)) for name in ('Ada', 'Grace')]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print(sorted(counts.items()))
    manager.shutdown()
# expect: [('Ada', 3), ('Grace', 5)]

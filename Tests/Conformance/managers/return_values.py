# The usual way to collect results: a managed dict, a key for each worker.
from multiprocessing import Manager, Process


def square(n, results):
    results[n] = n * n


if __name__ == '__main__':
    with Manager() as manager:
        results = manager.dict()
        ps = [Process(target=square, args=(n, results)) for n in range(4)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
        print(sorted(results.items()), sum(results.values()))
# expect: [(0, 0), (1, 1), (2, 4), (3, 9)] 14

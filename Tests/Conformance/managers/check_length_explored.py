# To ask for the length and then to pop is two steps: the other may have been there in between.
# chance
# observe: raised('IndexError')
# expect outcomes: {0, 1}
from multiprocessing import Manager, Process


def work(jobs):
    if len(jobs) > 0:
        jobs.pop()


if __name__ == '__main__':
    with Manager() as manager:
        jobs = manager.list([1])
        ps = [Process(target=work, args=(jobs,)) for _ in range(2)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()

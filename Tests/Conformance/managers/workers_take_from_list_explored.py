# pop is one step: no two workers take the same job.
# chance
# observe: sorted(lines)
# expect outcomes: {['took 1', 'took 2']}
from multiprocessing import Manager, Process


def work(jobs):
    print('took', jobs.pop())


if __name__ == '__main__':
    with Manager() as manager:
        jobs = manager.list([1, 2])
        ps = [Process(target=work, args=(jobs,)) for _ in range(2)]
        for p in ps:
            p.start()
        for p in ps:
            p.join()

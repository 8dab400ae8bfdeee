# First all results, then join.
from multiprocessing import Process, Queue


def work(q, n):
    q.put(str(n) * 200_000)


if __name__ == '__main__':
    q = Queue()
    ps = [Process(target=work, args=(q, n)) for n in range(3)]
    for p in ps:
        p.start()
    print(sorted(len(q.get()) for _ in ps))
    for p in ps:
        p.join()
    print([p.exitcode for p in ps])
# expect: [200000, 200000, 200000]
# expect: [0, 0, 0]

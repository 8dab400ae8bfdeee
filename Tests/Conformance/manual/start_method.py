# Contexts: which way processes are started.
import multiprocessing as mp


def work(q):
    q.put('done')


if __name__ == '__main__':
    mp.set_start_method('fork')
    q = mp.Queue()
    p = mp.Process(target=work, args=(q,))
    p.start()
    print(q.get(), mp.get_start_method())
    p.join()
# expect: done fork

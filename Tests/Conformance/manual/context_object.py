# Contexts: an object with the same names.
import multiprocessing as mp


def work(q):
    q.put('done')


if __name__ == '__main__':
    context = mp.get_context('fork')
    q = context.Queue()
    p = context.Process(target=work, args=(q,))
    p.start()
    print(q.get())
    p.join()
# expect: done

# A context has the same names.
import multiprocessing

if __name__ == '__main__':
    context = multiprocessing.get_context('fork')
    q = context.Queue()
    p = context.Process(target=q.put, args=('hello',))
    p.start()
    print(q.get(), multiprocessing.get_start_method())
    p.join()
# expect: hello fork

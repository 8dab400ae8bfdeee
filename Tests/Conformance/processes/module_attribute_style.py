# The module's own name works too.
import multiprocessing
import multiprocessing as mp

if __name__ == '__main__':
    q = multiprocessing.Queue()
    p = mp.Process(target=q.put, args=('hello',))
    p.start()
    print(q.get())
    p.join()
    print(mp.current_process() is multiprocessing.current_process(), mp.cpu_count() > 0)
# expect: hello
# expect: True True

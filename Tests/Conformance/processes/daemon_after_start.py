# daemon is set before start.
from multiprocessing import Process

if __name__ == '__main__':
    p = Process(target=print)
    print(p.daemon)
    p.start()
    p.join()
    p.daemon = True
# expect: False
# expect:
# expect error: AssertionError: process has already started

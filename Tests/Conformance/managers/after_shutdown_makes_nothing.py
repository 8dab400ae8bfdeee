# A manager that is shut down makes nothing.
from multiprocessing import Manager

if __name__ == '__main__':
    manager = Manager()
    print(manager.list([1]))
    manager.shutdown()
    manager.shutdown()
    manager.list()
# expect: [1]
# expect error: AssertionError: server not yet started

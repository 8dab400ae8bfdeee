# join() of a manager that nobody shuts down waits for ever.
# observe: (stuck, lines)
# expect outcomes: {(True, ['made'])}
# expect stuck
from multiprocessing import Manager

if __name__ == '__main__':
    manager = Manager()
    numbers = manager.list()
    print('made')  # expect: made
    manager.join()
    print('never')

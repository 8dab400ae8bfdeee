# join() waits for the server's end: it returns once the manager is shut down, and with a limit before.
from multiprocessing import Manager, Process


def join(manager):
    try:
        manager.join()
    except AssertionError as error:
        print(error)


if __name__ == '__main__':
    manager = Manager()
    numbers = manager.list([1])
    manager.join(0.05)
    print(numbers[0])  # expect: 1
    child = Process(target=join, args=(manager,))
    child.start()  # expect: can only join a child process
    child.join()
    manager.shutdown()
    manager.join()
    print('gone')  # expect: gone

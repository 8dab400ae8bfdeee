# A child may not join its parent's other child.
from multiprocessing import Process


def nothing():
    pass


def joins(other):
    try:
        other.join()
    except AssertionError as error:
        print(error)
    try:
        other.is_alive()
    except AssertionError as error:
        print(error)


if __name__ == '__main__':
    p = Process(target=nothing)
    p.start()
    q = Process(target=joins, args=(p,))
    q.start()
    p.join()
    q.join()
# expect: can only join a child process
# expect: can only test a child process

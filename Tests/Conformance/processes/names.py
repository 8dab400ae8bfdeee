# Processes are named in order, or as one likes.
from multiprocessing import Process, current_process


def say():
    print('I am', current_process().name)


if __name__ == '__main__':
    print(current_process().name)
    for p in [Process(target=say), Process(target=say, name='waiter'), Process(target=say)]:
        p.start()
        p.join()
        print(p.name)
    p.name = 'renamed'
    print(p.name)
# expect: MainProcess
# expect: I am Process-1
# expect: Process-1
# expect: I am waiter
# expect: waiter
# expect: I am Process-3
# expect: Process-3
# expect: renamed

# The manager is a process: it takes the first number.
from multiprocessing import Manager, Process, active_children, current_process


def child():
    print(current_process().name)


if __name__ == '__main__':
    manager = Manager()
    print([p.name for p in active_children()])
    p = Process(target=child)
    print(p.name)
    p.start()
    p.join()
    manager.shutdown()
    print(active_children())
# expect: ['SyncManager-1']
# expect: Process-2
# expect: Process-2
# expect: []

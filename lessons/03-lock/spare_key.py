from multiprocessing import Lock, Process


def open_up(lock):
    lock.release()
    print('child released the lock')


if __name__ == '__main__':
    lock = Lock()
    lock.acquire()
    print('parent has the lock')
    child = Process(target=open_up, args=(lock,))
    child.start()
    lock.acquire()
    print('parent has the lock again')
    child.join()

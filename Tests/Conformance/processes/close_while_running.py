# One that still runs cannot be closed.
import time
from multiprocessing import Process

if __name__ == '__main__':
    p = Process(target=time.sleep, args=(60,))
    p.start()
    try:
        p.close()
    except ValueError as error:
        print(error)
    p.terminate()
    p.join()
    p.close()
# expect: Cannot close a process while it is still running. You should first call join() or terminate().

# A closed process.
import time
from multiprocessing import Process

if __name__ == '__main__':
    p = Process(target=time.sleep, args=(0.3,))
    p.start()
    try:
        p.close()
    except ValueError as error:
        print(error)
    p.join()
    p.close()
    p.is_alive()
# expect: Cannot close a process while it is still running. You should first call join() or terminate().
# expect error: ValueError: process object is closed

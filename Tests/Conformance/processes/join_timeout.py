# join with a timeout gives up and says nothing.
import time
from multiprocessing import Process

if __name__ == '__main__':
    p = Process(target=time.sleep, args=(1,))
    p.start()
    print(p.join(0.1), p.is_alive(), p.exitcode)
    p.join(timeout=5)
    print(p.is_alive(), p.exitcode)
# expect: None True None
# expect: False 0

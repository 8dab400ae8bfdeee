# join: again, with no time, with a time below nought.
import time
from multiprocessing import Process

if __name__ == '__main__':
    p = Process(target=time.sleep, args=(0.3,))
    p.start()
    print(p.join(0), p.is_alive(), p.join(timeout=-1), p.exitcode)
    print(p.join(), p.join(), p.join(1), p.is_alive(), p.exitcode)
# expect: None True None None
# expect: None None None False 0

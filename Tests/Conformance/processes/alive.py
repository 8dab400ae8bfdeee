# is_alive and exitcode over a life.
import time
from multiprocessing import Process

if __name__ == '__main__':
    p = Process(target=time.sleep, args=(0.2,))
    print(p.is_alive(), p.exitcode, p.pid)
    p.start()
    print(p.is_alive(), p.exitcode, p.pid > 0, p.pid == p.ident)
    p.join()
    print(p.is_alive(), p.exitcode)
    print(p.join())
# expect: False None None
# expect: True None True True
# expect: False 0
# expect: None

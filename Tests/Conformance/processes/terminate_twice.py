# terminate and kill on one that has ended already do nothing.
import time
from multiprocessing import Process

if __name__ == '__main__':
    p = Process(target=time.sleep, args=(60,))
    p.start()
    print(p.terminate())
    p.join()
    print(p.terminate(), p.kill(), p.exitcode)
    q = Process(target=print, args=('short',))
    q.start()
    q.join()
    q.terminate()
    print(q.exitcode)
    r = Process(target=time.sleep, args=(60,))
    r.start()
    r.kill()
    r.join()
    print(r.exitcode)
# expect: None
# expect: None None -15
# expect: short
# expect: 0
# expect: -9

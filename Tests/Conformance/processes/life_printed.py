# How a process shows itself through its life.
import time
from multiprocessing import Process


def show(p):
    print([word for word in repr(p).split(' ') if 'pid=' not in word and 'parent=' not in word])


if __name__ == '__main__':
    p = Process(target=time.sleep, args=(60,), name='sleeper', daemon=True)
    show(p)
    p.start()
    show(p)
    p.terminate()
    p.join()
    show(p)
    p.close()
    show(p)
    q = Process(target=print, args=('child',))
    q.start()
    q.join()
    show(q)
# expect: ['<Process', "name='sleeper'", 'initial', 'daemon>']
# expect: ['<Process', "name='sleeper'", 'started', 'daemon>']
# expect: ['<Process', "name='sleeper'", 'stopped', 'exitcode=-SIGTERM', 'daemon>']
# expect: ['<Process', "name='sleeper'", 'closed', 'daemon>']
# expect: child
# expect: ['<Process', "name='Process-2'", 'stopped', 'exitcode=0>']

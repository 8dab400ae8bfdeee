# active_children knows the living and forgets the dead.
import time
from multiprocessing import Process, active_children

if __name__ == '__main__':
    print(active_children())
    ps = [Process(target=time.sleep, args=(60,)) for _ in range(2)]
    for p in ps:
        p.start()
    print(len(active_children()), sorted(p.name for p in active_children()))
    for p in ps:
        p.terminate()
        p.join()
    print(active_children())
# expect: []
# expect: 2 ['Process-1', 'Process-2']
# expect: []

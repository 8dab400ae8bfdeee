# Whether a timed join sees the end depends on the schedule.
# chance
# observe: lines
# expect outcomes: {['True'], ['False']}
import time
from multiprocessing import Process

if __name__ == '__main__':
    p = Process(target=time.sleep, args=(0.05,))
    p.start()
    p.join(0.05)
    print(p.is_alive())

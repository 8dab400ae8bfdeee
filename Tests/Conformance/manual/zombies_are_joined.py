# Guidelines: active_children joins those that have ended.
import time
from multiprocessing import Process, active_children

if __name__ == '__main__':
    ps = [Process(target=int) for _ in range(3)]
    for p in ps:
        p.start()
    while active_children():
        time.sleep(0.01)
    print([p.exitcode for p in ps])
# expect: [0, 0, 0]

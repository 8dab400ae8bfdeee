# Nothing that waits must wait for ever.
import time
from multiprocessing import Condition, Event, Lock, Pipe, Process, Queue, Semaphore
from queue import Empty

if __name__ == '__main__':
    lock, semaphore, event, condition, q = Lock(), Semaphore(0), Event(), Condition(), Queue()
    here, there = Pipe()
    lock.acquire()
    start = time.monotonic()
    print(lock.acquire(timeout=0.02), semaphore.acquire(timeout=0.02), event.wait(0.02))
    with condition:
        print(condition.wait(0.02), condition.wait_for(lambda: False, 0.02))
    try:
        q.get(timeout=0.02)
    except Empty:
        print('empty')
    print(here.poll(0.02))
    p = Process(target=time.sleep, args=(60,), daemon=True)
    p.start()
    print(p.join(0.02), p.exitcode)
    print(0.15 < time.monotonic() - start < 10)
# expect: False False False
# expect: False False
# expect: empty
# expect: False
# expect: None None
# expect: True

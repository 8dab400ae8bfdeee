# Two conditions may share one lock.
from multiprocessing import Condition, Process, RLock


def child(asked, answered):
    with asked:
        asked.notify()
        answered.wait()
        print('child has its answer')


if __name__ == '__main__':
    lock = RLock()
    asked, answered = Condition(lock), Condition(lock)
    p = Process(target=child, args=(asked, answered))
    with lock:
        p.start()
        print(asked.wait(10))
        answered.notify_all()
    p.join()
    print(p.exitcode)
# expect: True
# expect: child has its answer
# expect: 0

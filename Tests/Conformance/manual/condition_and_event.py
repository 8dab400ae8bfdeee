# Synchronization primitives: an event that opens, a condition that counts.
from multiprocessing import Condition, Event, Process, Value


def runner(gun, condition, arrived):
    gun.wait()
    with condition:
        arrived.value += 1
        condition.notify()


if __name__ == '__main__':
    gun, condition, arrived = Event(), Condition(), Value('i', 0)
    ps = [Process(target=runner, args=(gun, condition, arrived)) for _ in range(3)]
    for p in ps:
        p.start()
    print('waiting', arrived.value)
    gun.set()
    with condition:
        condition.wait_for(lambda: arrived.value == 3)
        print('all there', arrived.value)
    for p in ps:
        p.join()
# expect: waiting 0
# expect: all there 3

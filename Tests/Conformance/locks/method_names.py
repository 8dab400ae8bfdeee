# What locks do not have.
from multiprocessing import Lock, Semaphore

lock = Lock()
for action in [lambda: lock.locked(), lambda: lock.wait(), lambda: lock(),
               lambda: lock.acquire(1, 2, 3), lambda: Semaphore(1, 2), lambda: Lock(1)]:
    try:
        action()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
# expect: AttributeError 'Lock' object has no attribute 'locked'
# expect: AttributeError 'Lock' object has no attribute 'wait'
# expect: TypeError 'Lock' object is not callable
# expect: TypeError acquire() takes at most 2 arguments (3 given)
# expect: TypeError BaseContext.Semaphore() takes from 1 to 2 positional arguments but 3 were given
# expect: TypeError BaseContext.Lock() takes 1 positional argument but 2 were given

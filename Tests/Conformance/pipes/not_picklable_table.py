# What must not travel says so at once, word for word.
from multiprocessing import (
    Array, Barrier, BoundedSemaphore, Condition, Event, JoinableQueue, Lock, Pipe, Queue, RLock,
    Semaphore, SimpleQueue, Value)

a, b = Pipe()
things = [
    Lock(), RLock(), Semaphore(1), BoundedSemaphore(1), Condition(), Event(), Barrier(2), Queue(),
    JoinableQueue(), SimpleQueue(), Value('i', 0), Array('i', 2)]
for thing in things:
    try:
        a.send(thing)
    except RuntimeError as error:
        print(error)
print(b.poll())
# expect: Lock objects should only be shared between processes through inheritance
# expect: RLock objects should only be shared between processes through inheritance
# expect: Semaphore objects should only be shared between processes through inheritance
# expect: BoundedSemaphore objects should only be shared between processes through inheritance
# expect: Condition objects should only be shared between processes through inheritance
# expect: Condition objects should only be shared between processes through inheritance
# expect: Condition objects should only be shared between processes through inheritance
# expect: Queue objects should only be shared between processes through inheritance
# expect: JoinableQueue objects should only be shared between processes through inheritance
# expect: SimpleQueue objects should only be shared between processes through inheritance
# expect: Synchronized objects should only be shared between processes through inheritance
# expect: SynchronizedArray objects should only be shared between processes through inheritance
# expect: False

# How a condition and an event show themselves.
from multiprocessing import Condition, Event, Lock

print(Condition(), Condition(Lock()))
event = Event()
print(repr(event).split(' at ')[0], repr(event)[-7:])
event.set()
print(repr(event)[-5:])
# expect: <Condition(<RLock(None, 0)>, 0)> <Condition(<Lock(owner=None)>, 0)>
# expect: <Event  unset>
# expect:  set>

# All methods of an event.
from multiprocessing import Event

event = Event()
print(event.is_set(), event.wait(0.02), event.wait(timeout=0))
print(event.set(), event.is_set(), event.wait(), event.wait(5))
event.set()
print(event.clear(), event.is_set(), event.wait(0))
event.clear()
try:
    event.isSet()
except AttributeError as error:
    print(error)
# expect: False False False
# expect: None True True True
# expect: None False False
# expect: 'Event' object has no attribute 'isSet'

# queue.Empty and queue.Full.
import queue

print(queue.Empty, queue.Full, issubclass(queue.Empty, Exception))
# expect: <class '_queue.Empty'> <class 'queue.Full'> True
try:
    raise queue.Full
except queue.Full as error:
    print(repr(error), str(error) == '')
# expect: Full() True
raise queue.Empty
# expect error: _queue.Empty

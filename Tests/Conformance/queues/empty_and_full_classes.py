# Empty and Full are classes of the module queue.
import queue
from multiprocessing import Queue

q = Queue(1)
for action in [lambda: q.get_nowait(), lambda: q.put_nowait(1), lambda: q.put_nowait(2)]:
    try:
        action()
    except queue.Empty as error:
        print('Empty', error.args, isinstance(error, Exception))
    except queue.Full as error:
        print('Full', str(error) == '', type(error).__name__)
print(q.get(), issubclass(queue.Empty, queue.Full))
# expect: Empty () True
# expect: Full True Full
# expect: 1 False

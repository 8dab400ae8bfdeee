# A condition's lock must be held.
from multiprocessing import Condition

condition = Condition()
try:
    condition.wait()
except AssertionError as error:
    print(error)
try:
    condition.notify_all()
except AssertionError as error:
    print(error)
condition.notify()
# expect: must acquire() condition before using wait()
# expect: lock is not owned
# expect error: AssertionError: lock is not owned

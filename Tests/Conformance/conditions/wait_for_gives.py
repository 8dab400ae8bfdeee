# wait_for gives what the test gave last.
from multiprocessing import Condition

condition = Condition()
with condition:
    print(condition.wait_for(lambda: 'yes'), condition.wait_for(lambda: [], timeout=0.02))
    print(condition.wait_for(lambda: 0, 0), condition.wait_for(lambda: 5, timeout=0))
    print(condition.wait(0), condition.wait(timeout=-1))
condition.wait_for(lambda: False)
# expect: yes []
# expect: 0 5
# expect: False False
# expect error: AssertionError: must acquire() condition before using wait()

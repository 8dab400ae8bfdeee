# A random time that only feeds a sleep makes no difference.
# observe: lines
# expect outcomes: {['rested']}
import random
import time

time.sleep(random.random() / 100)
time.sleep(random.uniform(0, 0.01))
print('rested')  # expect: rested

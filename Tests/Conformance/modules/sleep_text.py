# sleep takes a number.
import time

time.sleep('1')
# expect error: TypeError: 'str' object cannot be interpreted as an integer

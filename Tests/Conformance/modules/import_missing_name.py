# A name that a module does not have.
try:
    from math import tau2
except ImportError as error:
    print(str(error).split(' (')[0])
# expect: cannot import name 'tau2' from 'math'
import math

math.squareroot(4)
# expect error: AttributeError: module 'math' has no attribute 'squareroot'

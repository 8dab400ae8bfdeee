# Ways to import.
import math
import os.path
import json as j
from math import pi, sqrt as root
from time import *

print(math.floor(2.5), j.dumps(1), root(9), round(pi, 2), os.path.basename('a/b'))
# expect: 2 1 3.0 3.14 b
sleep(0)


def local():
    import random
    return random.randint(1, 1)


print(local())  # expect: 1
print(math.__name__, __name__)  # expect: math __main__

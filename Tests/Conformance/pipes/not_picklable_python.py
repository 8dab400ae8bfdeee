# Nor do generators, open files, modules, lambdas and inner functions.
import math
from multiprocessing import Pipe


def outer():
    def inner():
        pass
    return inner


def numbers():
    yield 1


class Local:
    pass


a, b = Pipe()
with open('f.txt', 'w') as file:
    for thing in [numbers(), file, math, outer()]:
        try:
            a.send(thing)
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, error)
try:
    a.send(lambda: 1)
except Exception as error:
    print(type(error).__name__, str(error).split(' at ')[0])
a.send([outer, Local, len, print])
print([x.__name__ for x in b.recv()])
# expect: TypeError cannot pickle 'generator' object
# expect: TypeError cannot pickle '_io.TextIOWrapper' object
# expect: TypeError cannot pickle 'module' object
# expect: AttributeError Can't pickle local object 'outer.<locals>.inner'
# expect: PicklingError Can't pickle <function <lambda>
# expect: ['outer', 'Local', 'len', 'print']

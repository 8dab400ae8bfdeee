# What a pipe carries comes out equal, and is another object.
from multiprocessing import Pipe


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)


a, b = Pipe()
items = [
    None, True, 0, -5, 2 ** 70, 1.5, float('inf'), 'text', 'ümläut 中', b'\x00\xff', (), (1, (2,)),
    [], [[1], [2]], {'k': [1]}, {1, 2}, frozenset([3]), 2 + 0, range(3), Point(1, 2),
]
equal = []
for item in items:
    a.send(item)
    got = b.recv()
    equal.append(got == item and type(got) is type(item))
print(all(equal), len(equal))
items = [1]
items.append(items)
a.send(items)
got = b.recv()
print(got[1] is got, got is items, got)
# expect: True 20
# expect: True False [1, [...]]

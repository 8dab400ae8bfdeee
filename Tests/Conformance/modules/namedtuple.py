# collections.namedtuple.
from collections import namedtuple

Point = namedtuple('Point', ['x', 'y'])
Seat = namedtuple('Seat', 'row number', defaults=[1])
p = Point(1, y=2)
print(p, p.x, p[1], tuple(p), p == (1, 2), p._replace(x=5), p._asdict(), Point._fields)
# expect: Point(x=1, y=2) 1 2 (1, 2) True Point(x=5, y=2) {'x': 1, 'y': 2} ('x', 'y')
x, y = p
print(x + y, Seat('A'), Seat('B', 3).number, isinstance(p, tuple))
# expect: 3 Seat(row='A', number=1) 3 True
try:
    p.x = 3
except AttributeError as error:
    print(error)
# expect: can't set attribute
Point(1)
# expect error: TypeError: Point.__new__() missing 1 required positional argument: 'y'

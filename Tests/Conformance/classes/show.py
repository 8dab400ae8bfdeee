# __repr__ and __str__.
class Plain:
    pass


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f'Point({self.x}, {self.y})'


class Named(Point):
    def __str__(self):
        return 'named point'


p = Point(1, 2)
n = Named(3, 4)
print(p, [p], str(p), repr(p), f'{p}', f'{p!r}', '%s %r' % (p, p))
# expect: Point(1, 2) [Point(1, 2)] Point(1, 2) Point(1, 2) Point(1, 2) Point(1, 2) Point(1, 2) Point(1, 2)
print(n, [n], {'k': n}, f'{n}', f'{n!r}')
# expect: named point [Point(3, 4)] {'k': Point(3, 4)} named point Point(3, 4)
print(repr(Plain()).startswith('<__main__.Plain object at 0x'), Plain)
# expect: True <class '__main__.Plain'>

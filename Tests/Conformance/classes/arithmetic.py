# Arithmetic on objects.
class V:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return V(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return V(self.x - other.x, self.y - other.y)

    def __mul__(self, n):
        if not isinstance(n, (int, float)):
            return NotImplemented
        return V(self.x * n, self.y * n)

    def __rmul__(self, n):
        return self * n

    def __neg__(self):
        return V(-self.x, -self.y)

    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        return self

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __bool__(self):
        return bool(self.x or self.y)

    def __repr__(self):
        return f'V({self.x}, {self.y})'


a, b = V(1, 2), V(3, 4)
print(a + b, b - a, a * 3, 3 * a, -a, abs(b), bool(V(0, 0)))
# expect: V(4, 6) V(2, 2) V(3, 6) V(3, 6) V(-1, -2) 5.0 False
c = a
c += b
print(a, c is a)  # expect: V(4, 6) True
print(sum([a, b], V(0, 0)))  # expect: V(7, 10)
try:
    a * 'x'
except TypeError as error:
    print(error)
# expect: can't multiply sequence by non-int of type 'V'
try:
    1 + a
except TypeError as error:
    print(error)
# expect: unsupported operand type(s) for +: 'int' and 'V'
a / 2
# expect error: TypeError: unsupported operand type(s) for /: 'V' and 'int'

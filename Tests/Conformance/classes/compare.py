# Equality, order and hash.
class Price:
    def __init__(self, cents):
        self.cents = cents

    def __eq__(self, other):
        if not isinstance(other, Price):
            return NotImplemented
        return self.cents == other.cents

    def __lt__(self, other):
        return self.cents < other.cents

    def __hash__(self):
        return hash(self.cents)

    def __repr__(self):
        return f'{self.cents}c'


a, b, c = Price(5), Price(3), Price(5)
print(a == c, a != c, a == b, a == 5, a != 5, a < b, a > b)
# expect: True False False False True False True
print(sorted([a, b, c]), min(a, b), {a: 1}[c], len({a, b, c}), a in [b, c])
# expect: [3c, 5c, 5c] 3c 1 2 True
print([b, a].index(c))  # expect: 1
try:
    a <= b
except TypeError as error:
    print(error)
# expect: '<=' not supported between instances of 'Price' and 'Price'


class OnlyEqual:
    def __eq__(self, other):
        return True


{OnlyEqual()}
# expect error: TypeError: unhashable type: 'OnlyEqual'

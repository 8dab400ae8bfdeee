# A class, its instances and their attributes.
class Ticket:
    count = 0

    def __init__(self, seat, price=10):
        self.seat = seat
        self.price = price
        Ticket.count += 1

    def cheaper(self, by):
        self.price -= by
        return self


a = Ticket('A1')
b = Ticket('B2', price=20)
print(a.seat, a.price, b.price, Ticket.count, a.count)  # expect: A1 10 20 2 2
print(a.cheaper(3).cheaper(2).price)  # expect: 5
a.count = 'own'
print(a.count, b.count)  # expect: own 2
a.extra = [1]
print(a.extra, hasattr(b, 'extra'))  # expect: [1] False
del a.extra
print(hasattr(a, 'extra'))  # expect: False
method = b.cheaper
method(5)
print(b.price, Ticket.cheaper(b, 5).price)  # expect: 15 10
print(type(a) is Ticket, isinstance(a, Ticket), Ticket.__name__, a.__class__.__name__)
# expect: True True Ticket Ticket

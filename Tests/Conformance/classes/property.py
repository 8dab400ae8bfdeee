# Properties.
class Account:
    def __init__(self):
        self._money = 0

    @property
    def money(self):
        return self._money

    @money.setter
    def money(self, value):
        if value < 0:
            raise ValueError('no debts')
        self._money = value

    @property
    def empty(self):
        return self._money == 0


a = Account()
print(a.money, a.empty)  # expect: 0 True
a.money = 5
a.money += 2
print(a.money, a.empty)  # expect: 7 False
try:
    a.money = -1
except ValueError as error:
    print(error)
# expect: no debts
a.empty = True
# expect error: AttributeError: property 'empty' of 'Account' object has no setter

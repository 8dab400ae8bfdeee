# Methods of the class.
class Shop:
    open = 9

    def __init__(self, name):
        self.name = name

    @classmethod
    def corner(cls):
        return cls('corner ' + str(cls.open))

    @staticmethod
    def add(a, b):
        return a + b


class Late(Shop):
    open = 12


print(Shop.corner().name, Late.corner().name, type(Late.corner()).__name__)
# expect: corner 9 corner 12 Late
print(Shop.add(1, 2), Shop('x').add(3, 4), Late('y').corner().name)  # expect: 3 7 corner 12

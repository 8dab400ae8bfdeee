# A list in the class is one list for all.
class Basket:
    shared = []

    def __init__(self):
        self.own = []

    def put(self, item):
        self.shared.append(item)
        self.own.append(item)


a, b = Basket(), Basket()
a.put('milk')
b.put('tea')
print(a.shared, a.own, b.own, Basket.shared is a.shared)
# expect: ['milk', 'tea'] ['milk'] ['tea'] True

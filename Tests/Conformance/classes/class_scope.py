# A class's body is a scope of its own, unseen by its methods.
x = 'module'


class A:
    x = 'class'
    y = x + '!'

    def show(self):
        return x, self.x

    items = [n for n in range(3)]


print(A().show(), A.y, A.items)  # expect: ('module', 'class') class! [0, 1, 2]


class Outer:
    class Inner:
        value = 5


print(Outer.Inner.value, Outer.Inner.__qualname__)  # expect: 5 Outer.Inner

# Two underscores make a name private to its class.
class A:
    def __init__(self):
        self.__secret = 1

    def get(self):
        return self.__secret


class B(A):
    def __init__(self):
        super().__init__()
        self.__secret = 2


b = B()
print(b.get(), sorted(b.__dict__))  # expect: 1 ['_A__secret', '_B__secret']
b.__secret
# expect error: AttributeError: 'B' object has no attribute '__secret'. Did you mean: '_A__secret'?

# An object that can be called.
class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, times=1):
        return x + self.n * times


add = Adder(10)
print(add(1), add(1, times=2), list(map(add, [1, 2])), callable(add))
# expect: 11 21 [11, 12] True


class Not:
    pass


Not()()
# expect error: TypeError: 'Not' object is not callable

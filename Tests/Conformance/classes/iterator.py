# __iter__ and __next__.
class Down:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


d = Down(3)
print(next(d), list(d), list(d), next(d, 'default'))  # expect: 2 [1, 0] [] default
print(sum(Down(5)), [*Down(2)], dict(zip('ab', Down(2))))  # expect: 10 [1, 0] {'a': 1, 'b': 0}
next(d)
# expect error: StopIteration

# Classes are values too.
def make(n):
    class Made:
        number = n
    return Made


A, B = make(1), make(2)
print(A.number, B().number, A is B, A.__name__)  # expect: 1 2 False Made
kinds = {'a': A, 'b': B}
print(kinds['b']().number)  # expect: 2
A.greet = lambda self: 'hi ' + str(self.number)
print(A().greet())  # expect: hi 1

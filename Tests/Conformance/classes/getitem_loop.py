# __getitem__ alone makes a loop possible.
class Squares:
    def __getitem__(self, i):
        if i >= 4:
            raise IndexError(i)
        return i * i


print(list(Squares()), 9 in Squares(), 5 in Squares())  # expect: [0, 1, 4, 9] True False
for x in Squares():
    print(x)
# expect: 0
# expect: 1
# expect: 4
# expect: 9

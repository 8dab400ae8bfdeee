# A definition is a statement like others.
if True:
    def choose():
        return 'first'
else:
    def choose():
        return 'second'
print(choose())  # expect: first


def choose():
    return 'third'


print(choose())  # expect: third
for i in range(2):
    def last(i=i):
        return i
print(last())  # expect: 1

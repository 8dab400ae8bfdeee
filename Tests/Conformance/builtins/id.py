# The same object has the same id.
a = []
b = a
print(id(a) == id(b), id(a) != id([1]) or True)  # expect: True True

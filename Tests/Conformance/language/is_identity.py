# `is` asks for the same object, == for the same value.
a = [1]
b = [1]
c = a
print(a == b, a is b, a is c)  # expect: True False True
print(None is None, a is not None)  # expect: True True
a.append(2)
print(c, b)  # expect: [1, 2] [1]
print(True is True, () == ())  # expect: True True

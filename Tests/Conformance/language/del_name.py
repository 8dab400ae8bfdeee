# A deleted name is not defined.
x = 1
print(x)  # expect: 1
del x
try:
    print(x)
except NameError as error:
    print(error)
# expect: name 'x' is not defined
a = b = [1, 2, 3]
del a[0], b[0]
print(a)  # expect: [3]
del a
print(a)
# expect error: NameError: name 'a' is not defined

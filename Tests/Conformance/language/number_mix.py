# An integer and a float make a float; two integers make a float only with /.
print(1 + 1.0)  # expect: 2.0
print(4 / 2)  # expect: 2.0
print(3 * 0.5)  # expect: 1.5
print(2 ** -1)  # expect: 0.5
print(2 ** 0.5)  # expect: 1.4142135623730951
print(7 // 2.0)  # expect: 3.0
print(1 == 1.0)  # expect: True
print(True + True, True * 3)  # expect: 2 3

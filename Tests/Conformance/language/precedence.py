# Which operator binds tighter.
print(1 + 2 * 3)  # expect: 7
print((1 + 2) * 3)  # expect: 9
print(not 1 == 2)  # expect: True
print(1 + 1 == 2 and 2 + 2 == 4)  # expect: True
print(True or False and False)  # expect: True
print(1 | 2 + 4)  # expect: 7
print(10 - 4 - 3)  # expect: 3
print(2 * 3 % 4)  # expect: 2
print(not True or True)  # expect: True

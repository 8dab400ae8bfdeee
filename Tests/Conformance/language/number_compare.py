# Comparisons chain, and integers compare exactly with floats.
x = 5
print(1 < x < 10)  # expect: True
print(1 < x > 3)  # expect: True
print(10 < x < 20)  # expect: False
print(1 == 1.0 == True)  # expect: True
print(2 ** 53 == 2.0 ** 53)  # expect: True
print(2 ** 53 + 1 == 2.0 ** 53)  # expect: False
print(3 != 4, 3 <= 3, 4 >= 5)  # expect: True True False
print(float('inf') > 10 ** 400)  # expect: True

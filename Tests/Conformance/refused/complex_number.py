# Complex numbers.
z = 1 + 2j  # expect refused: complex numbers are not part of tutor's Python
print(z)

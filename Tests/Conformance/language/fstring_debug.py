# The = in an f-string shows the expression too.
x = 5
name = 'Ann'
print(f'{x=} {name=}')  # expect: x=5 name='Ann'
print(f'{x + 1 = }')  # expect: x + 1 = 6
print(f'{name=!s}')  # expect: name=Ann
print(f'{x=:03d}')  # expect: x=005

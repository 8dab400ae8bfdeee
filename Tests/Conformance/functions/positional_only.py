# Parameters before / have no name outside.
def area(w, h=2, /, unit='m'):
    return f'{w * h}{unit}'


print(area(3), area(3, 4), area(3, unit='cm'))  # expect: 6m 12m 6cm
area(w=3)
# expect error: TypeError: area() got some positional-only arguments passed as keyword arguments: 'w'

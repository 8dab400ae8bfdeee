# Stars in displays and calls.
a = [1, 2]
b = (3, 4)
print([*a, *b, 5])  # expect: [1, 2, 3, 4, 5]
print((*a, 0))  # expect: (1, 2, 0)
print({**{'x': 1}, 'y': 2, **{'x': 3}})  # expect: {'x': 3, 'y': 2}
print(sorted({*a, *b}))  # expect: [1, 2, 3, 4]
print(*a, *b)  # expect: 1 2 3 4


def add(x, y, z=0):
    return x + y + z


print(add(*a), add(*a, z=10), add(**{'x': 1, 'y': 5}))  # expect: 3 13 6

# Slices read, replace and delete.
a = list(range(10))
print(a[2:5], a[:2], a[8:], a[-2:], a[::3], a[::-3], a[5:2], a[5:2:-1])
# expect: [2, 3, 4] [0, 1] [8, 9] [8, 9] [0, 3, 6, 9] [9, 6, 3, 0] [] [5, 4, 3]
print(a[20:], a[-100:2], a[slice(1, 4)])  # expect: [] [0, 1] [1, 2, 3]
a[2:5] = ['x']
print(a)  # expect: [0, 1, 'x', 5, 6, 7, 8, 9]
a[1:1] = [8, 9]
print(a)  # expect: [0, 8, 9, 1, 'x', 5, 6, 7, 8, 9]
a[::2] = [0] * len(a[::2])
print(a)  # expect: [0, 8, 0, 1, 0, 5, 0, 7, 0, 9]
del a[3:]
print(a)  # expect: [0, 8, 0]
a[:] = []
print(a)  # expect: []
b = [1, 2, 3]
c = b[:]
c.append(4)
print(b, c)  # expect: [1, 2, 3] [1, 2, 3, 4]
del c[::2]
print(c)  # expect: [2, 4]

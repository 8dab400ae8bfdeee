# One value for several names, and a swap.
a = b = [1]
b.append(2)
print(a)  # expect: [1, 2]
x, y = 1, 2
x, y = y, x
print(x, y)  # expect: 2 1
i = 0
values = [10, 20, 30]
i, values[i] = 1, 99
print(i, values)  # expect: 1 [10, 99, 30]

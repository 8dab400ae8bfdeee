# Lists.
a = [3, 1, 2]
print(a, len(a), a[0], a[-1])  # expect: [3, 1, 2] 3 3 2
a[0] = 30
a.append(4)
print(a)  # expect: [30, 1, 2, 4]
print([] == [], [1, 2] < [1, 3], [1] < [1, 0])  # expect: True True True
print([1, 2] + [3], [0] * 3, 2 * [1, 2])  # expect: [1, 2, 3] [0, 0, 0] [1, 2, 1, 2]
print(2 in a, 99 in a, 99 not in a)  # expect: True False True
print([[1, 'a'], (2,), None, 1.5])  # expect: [[1, 'a'], (2,), None, 1.5]
del a[0]
print(a)  # expect: [1, 2, 4]
nested = [[0] * 2] * 2
nested[0][0] = 1
print(nested)  # expect: [[1, 0], [1, 0]]

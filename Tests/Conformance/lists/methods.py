# The methods of a list.
a = [3, 1]
a.append(2)
a.extend([5, 4])
a.extend('x' for _ in range(1))
print(a)  # expect: [3, 1, 2, 5, 4, 'x']
a.remove('x')
a.insert(0, 9)
a.insert(100, 8)
a.insert(-1, 7)
print(a, a.pop(), a.pop(0), a.index(5), a.count(1))  # expect: [3, 1, 2, 5, 4, 7] 8 9 3 1
a.sort()
a.reverse()
print(a)  # expect: [7, 5, 4, 3, 2, 1]
b = a.copy()
a.clear()
print(a, b, b.index(2, 1))  # expect: [] [7, 5, 4, 3, 2, 1] 4
try:
    a.pop()
except IndexError as error:
    print(error)
# expect: pop from empty list
try:
    b.remove(99)
except ValueError as error:
    print(error)
# expect: list.remove(x): x not in list
try:
    b.pop(50)
except IndexError as error:
    print(error)
# expect: pop index out of range
b.index(99)
# expect error: ValueError: 99 is not in list

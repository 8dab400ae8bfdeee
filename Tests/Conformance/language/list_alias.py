# Two names for one list, and copies.
a = [1, [2]]
b = a
c = a[:]
d = list(a)
e = a.copy()
a.append(3)
a[1].append(9)
print(a, b, c, d, e)
# expect: [1, [2, 9], 3] [1, [2, 9], 3] [1, [2, 9]] [1, [2, 9]] [1, [2, 9]]


def add(items):
    items.append('new')
    items = ['other']
    return items


print(add(a), a)  # expect: ['other'] [1, [2, 9], 3, 'new']

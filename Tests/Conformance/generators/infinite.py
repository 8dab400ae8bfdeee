# A generator without end.
def naturals(n=0):
    while True:
        yield n
        n += 1


def take(n, items):
    for _ in range(n):
        yield next(items)


def evens(items):
    for x in items:
        if x % 2 == 0:
            yield x


print(list(take(5, evens(naturals(3)))))  # expect: [4, 6, 8, 10, 12]
for i in naturals():
    if i > 2:
        break
    print(i)
# expect: 0
# expect: 1
# expect: 2

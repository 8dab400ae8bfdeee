# A closure keeps its variable.
def counter(start=0):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


a = counter()
b = counter(10)
print(a(), a(), a(5))  # expect: 1 2 7
print(b(), a())  # expect: 11 8

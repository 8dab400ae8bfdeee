# yield from, and a generator's return value.
def inner():
    yield 1
    yield 2
    return 'done'


def outer():
    result = yield from inner()
    yield result
    yield from [3, 4]
    yield from 'ab'


print(list(outer()))  # expect: [1, 2, 'done', 3, 4, 'a', 'b']
g = inner()
next(g)
next(g)
try:
    next(g)
except StopIteration as stop:
    print(stop.value)
# expect: done

# StopIteration inside a generator is an error.
def f():
    yield 1
    raise StopIteration


g = f()
print(next(g))  # expect: 1
next(g)
# expect error: RuntimeError: generator raised StopIteration

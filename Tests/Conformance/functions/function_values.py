# Functions are values.
def twice(f, x):
    return f(f(x))


def half(x):
    """Half of it."""
    return x / 2


print(twice(half, 8), half.__name__, half.__doc__)  # expect: 2.0 half Half of it.
table = [half, str, len]
print(table[1](5) + '!', table[2]('abc'))  # expect: 5! 3
half.calls = 1
print(half.calls, callable(half), callable(5))  # expect: 1 True False
other = half
print(other is half, (lambda: 0).__name__)  # expect: True <lambda>

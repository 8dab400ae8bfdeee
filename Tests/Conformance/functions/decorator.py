# Decorators.
def loud(f):
    def wrapper(*args, **named):
        print('before', f.__name__)
        result = f(*args, **named)
        print('after')
        return result
    return wrapper


def times(n):
    def decorate(f):
        return lambda x: [f(x) for _ in range(n)]
    return decorate


@loud
def add(a, b=1):
    return a + b


@times(3)
def square(x):
    return x * x


@loud
@times(2)
def both(x):
    return x


print(add(1, b=5))
# expect: before add
# expect: after
# expect: 6
print(square(4))  # expect: [16, 16, 16]
print(both(7))
# expect: before <lambda>
# expect: after
# expect: [7, 7]

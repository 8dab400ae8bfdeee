# functools.
from functools import lru_cache, partial, reduce, wraps, cmp_to_key, total_ordering


@lru_cache(maxsize=None)
def slow(n):
    print('computing', n)
    return n * 2


print(slow(2), slow(2), slow(3))
# expect: computing 2
# expect: computing 3
# expect: 4 4 6
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], 'start'))
# expect: 24 start
add = partial(lambda a, b, c=0: (a, b, c), 1, c=9)
print(add(2), add(3, c=4))  # expect: (1, 2, 9) (1, 3, 4)


def loud(f):
    @wraps(f)
    def wrapper(*args):
        return str(f(*args)) + '!'
    return wrapper


@loud
def greet(name):
    """Say hello."""
    return 'hi ' + name


print(greet('Ann'), greet.__name__, greet.__doc__)  # expect: hi Ann! greet Say hello.
print(sorted([1, 3, 2], key=cmp_to_key(lambda a, b: b - a)))  # expect: [3, 2, 1]


@total_ordering
class N:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(N(1) <= N(2), N(3) >= N(3), N(1) > N(2))  # expect: True True False
reduce(lambda a, b: a, [])
# expect error: TypeError: reduce() of empty iterable with no initial value

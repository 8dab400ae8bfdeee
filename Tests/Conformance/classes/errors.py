# Calls that do not fit a class.
class Empty:
    pass


class Two:
    def __init__(self, a, b):
        pass

    def no_self():
        pass


def attempt(action):
    try:
        action()
    except (TypeError, AttributeError) as error:
        print(error)


attempt(lambda: Empty(1))  # expect: Empty() takes no arguments
attempt(lambda: Two(1))  # expect: Two.__init__() missing 1 required positional argument: 'b'
attempt(lambda: Two(1, 2).no_self())
# expect: Two.no_self() takes 0 positional arguments but 1 was given
attempt(lambda: Two(1, 2).missing)  # expect: 'Two' object has no attribute 'missing'
attempt(lambda: Two.missing)  # expect: type object 'Two' has no attribute 'missing'
attempt(lambda: Empty()[0])  # expect: 'Empty' object is not subscriptable
attempt(lambda: len(Empty()))  # expect: object of type 'Empty' has no len()
attempt(lambda: list(Empty()))  # expect: 'Empty' object is not iterable
attempt(lambda: Empty() < Empty())
# expect: '<' not supported between instances of 'Empty' and 'Empty'
attempt(lambda: Empty() + 1)  # expect: unsupported operand type(s) for +: 'Empty' and 'int'
attempt(lambda: next(Empty()))  # expect: 'Empty' object is not an iterator
attempt(lambda: int(Empty()))
# expect: int() argument must be a string, a bytes-like object or a real number, not 'Empty'


class Bad:
    def __init__(self):
        return 5


Bad()
# expect error: TypeError: __init__() should return None, not 'int'

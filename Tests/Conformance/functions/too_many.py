# Too many arguments, in all wordings.
def none():
    pass


def one(a):
    pass


def some(a, b=1):
    pass


def keyword(a, *, k=1):
    pass


def attempt(action):
    try:
        action()
    except TypeError as error:
        print(error)


attempt(lambda: none(1))  # expect: none() takes 0 positional arguments but 1 was given
attempt(lambda: one(1, 2))  # expect: one() takes 1 positional argument but 2 were given
attempt(lambda: some(1, 2, 3))
# expect: some() takes from 1 to 2 positional arguments but 3 were given
attempt(lambda: keyword(1, 2))  # expect: keyword() takes 1 positional argument but 2 were given
attempt(lambda: keyword(1, 2, k=3))
# expect: keyword() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given
attempt(lambda: one(1, a=2))  # expect: one() got multiple values for argument 'a'
attempt(lambda: one(b=2))  # expect: one() got an unexpected keyword argument 'b'
attempt(lambda: none(x=2))  # expect: none() got an unexpected keyword argument 'x'
attempt(lambda: some(1, c=2))  # expect: some() got an unexpected keyword argument 'c'

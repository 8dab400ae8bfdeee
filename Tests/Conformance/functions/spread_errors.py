# Spreading what cannot be spread.
def f(*args, **named):
    pass


def attempt(action):
    try:
        action()
    except TypeError as error:
        print(error)


attempt(lambda: f(**{'a': 1}, **{'a': 2}))
# expect: __main__.f() got multiple values for keyword argument 'a'
attempt(lambda: f(a=1, **{'a': 2}))
# expect: __main__.f() got multiple values for keyword argument 'a'
attempt(lambda: f(**{1: 2}))  # expect: keywords must be strings

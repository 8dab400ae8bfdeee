# Any number of arguments.
def show(first, *rest, sep='-', **named):
    print(first, rest, sep, named)


show(1)  # expect: 1 () - {}
show(1, 2, 3)  # expect: 1 (2, 3) - {}
show(1, a=2, b=3)  # expect: 1 () - {'a': 2, 'b': 3}
show(*[1, 2], **{'sep': '+', 'z': 0})  # expect: 1 (2,) + {'z': 0}
show(first=5, other=6)  # expect: 5 () - {'other': 6}


def only_named(*, n):
    return n


print(only_named(n=3))  # expect: 3


def keyword_after_default(a, b=1, *, c, d=4):
    return a, b, c, d


print(keyword_after_default(0, c=3))  # expect: (0, 1, 3, 4)

# Nothing to do.
def nothing():
    pass


def later(): ...


class Empty:
    pass


print(nothing(), later(), ...)  # expect: None None Ellipsis
if True:
    pass

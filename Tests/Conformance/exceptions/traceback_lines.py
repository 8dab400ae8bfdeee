# A traceback shows each call with its line.
def inner(n):
    return 10 / n


def outer():
    return inner(0) + 1


outer()
# expect stderr: Traceback (most recent call last):
# expect stderr:     outer()
# expect stderr:     return inner(0) + 1
# expect stderr:            ^^^^^^^^
# expect stderr:     return 10 / n
# expect stderr:            ~~~^~~
# expect error: ZeroDivisionError: division by zero

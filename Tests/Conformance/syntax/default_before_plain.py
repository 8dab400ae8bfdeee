# A parameter without a default after one with.
def f(a=1, b):  # expect syntax error: SyntaxError: non-default argument follows default argument
    return a

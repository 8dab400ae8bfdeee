# nonlocal needs a function around that has the name.
def f():
    nonlocal n  # expect syntax error: SyntaxError: no binding for nonlocal 'n' found
    n = 1

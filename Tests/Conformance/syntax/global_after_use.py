# global must come before the name is used.
def f():
    n = 1
    global n  # expect syntax error: SyntaxError: name 'n' is assigned to before global declaration

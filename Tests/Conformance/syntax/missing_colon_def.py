# A missing colon after a function's head.
def f()  # expect syntax error: SyntaxError: expected ':'
    return 1

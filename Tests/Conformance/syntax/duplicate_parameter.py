# The same parameter twice.
def f(a, a):  # expect syntax error: SyntaxError: duplicate argument 'a' in function definition
    return a

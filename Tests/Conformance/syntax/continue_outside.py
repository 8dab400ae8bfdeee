# continue outside a loop.
def f():
    continue  # expect syntax error: SyntaxError: 'continue' not properly in loop
